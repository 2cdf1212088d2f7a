export const turnHash = (seq: number): string => `turn-${seq}`;

/** The place in the log that an address names. */
export function turnOfHash(hash: string): number | undefined {
  const found = /^#?turn-(\d{1,9})$/.exec(hash);
  return found ? Number(found[1]) : undefined;
}

/** Brings a turn into sight and moves the focus to it. */
export function showTurn(seq: number): void {
  const row = document.getElementById(turnHash(seq));
  row?.scrollIntoView({ block: "center" });
  row?.focus({ preventScroll: true });
}
