import type { CaseSummary } from "../types.ts";

export type Suggestion = { case: CaseSummary; reason: string; verb: "Begin" | "Go on" };

const GOOD_ENOUGH = 0.75;

/** What to do next and why: finish what is open, then what is new, then what went worst. */
export function nextCase(cases: readonly CaseSummary[]): Suggestion | undefined {
  const open = cases.find((each) => each.open !== null);
  if (open) return { case: open, reason: "Your attempt is open, and kept as you left it.", verb: "Go on" };
  const fresh = cases.filter(({ attempts }) => attempts === 0).sort((a, b) => a.difficulty - b.difficulty)[0];
  if (fresh) return { case: fresh, reason: "New to you.", verb: "Begin" };
  const weakest = cases.toSorted((a, b) => (a.bestScore ?? 0) - (b.bestScore ?? 0))[0];
  if (!weakest) return undefined;
  const reason =
    (weakest.bestScore ?? 0) < GOOD_ENOUGH
      ? "Your lowest score: a second attempt shows what you learned."
      : "All are done well. Once more keeps it fresh.";
  return { case: weakest, reason, verb: "Begin" };
}
