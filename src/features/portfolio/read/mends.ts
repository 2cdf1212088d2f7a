import type { DimensionId, Mend } from "../schema.ts";
import type { JudgedDimension } from "./reading.ts";

/** What an interviewer weighs when they read a repository for ten minutes; see docs/portfolio.md. */
const WEIGHTS: Record<DimensionId, number> = {
  problem: 2,
  approach: 2,
  tools: 1,
  results: 3,
  learnings: 2,
  data: 1.5,
  licence: 0.5,
  tests: 2,
  ci: 1,
  environment: 1.5,
  seed: 1,
  tracking: 1,
  notebooks: 1,
  safety: 2,
  collaboration: 1.5,
};

const MOST = 3;
const WORTH_SAYING = 0.01;

/** The weighted mean of the dimensions that apply; null where none does. */
export function scoreOf(dimensions: readonly Pick<JudgedDimension, "id" | "score">[]): number | null {
  const judged = dimensions.flatMap(({ id, score }) => (score === null ? [] : [{ weight: WEIGHTS[id], score }]));
  const total = judged.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return null;
  return Math.round((100 * judged.reduce((sum, { weight, score }) => sum + weight * score, 0)) / total) / 100;
}

/** The three that bring most, a leak before all of them. */
export function mendsOf(dimensions: readonly JudgedDimension[]): Mend[] {
  const total = dimensions.reduce((sum, { id, score }) => sum + (score === null ? 0 : WEIGHTS[id]), 0);
  const all = dimensions.flatMap(({ id, score, mend, mendAt }) => {
    if (score === null || mend === undefined) return [];
    const worth = (WEIGHTS[id] * (1 - score)) / Math.max(1, total);
    return worth < WORTH_SAYING
      ? []
      : [{ dimension: id, worth: Math.round(1_000 * worth) / 1_000, said: mend, evidence: [...mendAt] }];
  });
  // one act may mend several dimensions: a README that is not there
  const once = [...Map.groupBy(all, ({ said }) => said).values()].flatMap(([first, ...rest]) =>
    first ? [{ ...first, worth: rest.reduce((sum, { worth }) => sum + worth, first.worth) }] : [],
  );
  const leaks = (mend: Mend) =>
    Number(mend.dimension === "safety" && dimensions.some(({ id, score }) => id === "safety" && score === 0));
  return once.sort((a, b) => leaks(b) - leaks(a) || b.worth - a.worth).slice(0, MOST);
}
