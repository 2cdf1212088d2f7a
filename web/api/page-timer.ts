import type { DraftDeps } from "./draft-keeper.ts";

/** The clock and the timer of the browser, for what keeps a draft. */
export const pageTimer: Pick<DraftDeps, "now" | "later"> = {
  now: () => new Date(),
  later(run, delayMs) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
