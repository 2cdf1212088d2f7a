/** The last telling in full; where there is none the last of any length. */
export function lastTold<Telling extends { length: string }>(tellings: readonly Telling[]): Telling | undefined {
  return tellings.findLast(({ length }) => length === "full") ?? tellings.at(-1);
}
