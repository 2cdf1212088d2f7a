import type { Session } from "./types.ts";

/** Of two states of a mock the one that knows more; the log only grows, and what is finished stays so. */
export function laterOf(known: Session | undefined, fresh: Session): Session {
  if (known === undefined || known.id !== fresh.id) return fresh;
  if (known.seq !== fresh.seq) return known.seq > fresh.seq ? known : fresh;
  return known.finishedAt !== null && fresh.finishedAt === null ? known : fresh;
}
