import type { Verdict } from "../schema.ts";
import { levelsPassedBy } from "./progress.ts";

export type Help = { hints: number; revealed: boolean };

/** What a hint costs, as a share of the score. */
export const HINT_COST = 0.05;

// A solution that fails one test of twenty is still no solution: tests passed are worth at most half.
const MOST_WITHOUT_SOLVING = 0.5;
// Tests of one problem stand or fall together; more than this many count as no more than this many observations.
const MOST_OBSERVATIONS = 4;

/**
 * Score in [0, 1] of a judged submission, for the evidence log.
 *
 * Accepted is 1 (progressive: levels passed over levels). Otherwise the share of planted faults found (debug) or of tests
 * passed, at most a half. A forbidden shortcut is 0. Each hint takes 5 % of the score, and after the solution was revealed
 * the score is 0.
 */
export function scoreOf(verdict: Verdict, { levels, help }: { levels: number; help: Help }): number {
  if (help.revealed || verdict.verdict === "forbidden") return 0;
  return shareSolved(verdict, levels) * Math.max(0, 1 - HINT_COST * help.hints);
}

function shareSolved(verdict: Verdict, levels: number): number {
  const passedLevels = levelsPassedBy(verdict);
  if (passedLevels >= levels) return 1;
  const parts = verdict.faults ?? verdict.tests.map(({ status }) => ({ found: status === "passed" }));
  const share = parts.length === 0 ? 0 : parts.filter(({ found }) => found).length / parts.length;
  return (passedLevels + MOST_WITHOUT_SOLVING * share) / levels;
}

/**
 * Standard error of a score, as one observation of the skill behind it: the Agresti–Coull standard error (Agresti & Coull
 * 1998) with as many observations as there were tests, at most four. It is never 0: one problem is never proof.
 */
export function standardErrorOf(score: number, tests: number): number {
  const observations = Math.max(1, Math.min(MOST_OBSERVATIONS, tests));
  const adjusted = (observations * score + 2) / (observations + 4);
  return Math.sqrt((adjusted * (1 - adjusted)) / (observations + 4));
}
