/** Code that this browser keeps, and over which code of the server it was typed: what was there, and what was on its way. */
export type KeptCode = { code: string; over: string[] };

export type OpenedCode = {
  code: string;
  /** Typed here and never sent, while the round went on elsewhere: offered, not lost. */
  aside?: string;
};

/** The code to open with: what was typed here, unless the server has gone on without it. */
export function openedCode(kept: KeptCode | null, server: string): OpenedCode {
  if (kept === null || kept.code === server) return { code: server };
  return kept.over.includes(server) ? { code: kept.code } : { code: server, aside: kept.code };
}

export function readKeptCode(text: string): KeptCode | null {
  try {
    const kept: unknown = JSON.parse(text || "null");
    return isKeptCode(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isKeptCode(value: unknown): value is KeptCode {
  if (typeof value !== "object" || value === null) return false;
  const { code, over } = value as Partial<Record<keyof KeptCode, unknown>>;
  return typeof code === "string" && Array.isArray(over);
}
