import type { ProblemSummary } from "../types.ts";

export type Suggestion = { problem: ProblemSummary; reason: string };

const easiestFirst = (a: ProblemSummary, b: ProblemSummary) =>
  a.difficulty - b.difficulty || a.minutes - b.minutes || a.title.localeCompare(b.title);

/**
 * What to do next, and why: what was begun comes before what is new; among the new the easiest, then the shortest.
 * `after` is the problem just finished.
 */
export function nextProblem(problems: readonly ProblemSummary[], after?: string): Suggestion | undefined {
  const open = problems.filter(({ available, state, slug }) => available && state !== "solved" && slug !== after);
  const [begun] = open.filter(({ state }) => state === "attempted").sort(easiestFirst);
  if (begun) return { problem: begun, reason: "You began this one: finish it before starting another." };
  const [fresh] = open.sort(easiestFirst);
  if (!fresh) return undefined;
  return { problem: fresh, reason: "The easiest you have not tried." };
}
