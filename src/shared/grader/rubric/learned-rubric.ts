import { type Ensemble, evaluate } from "../trees.ts";

/** What a training run leaves for rubrics: see docs/grader.md. */
export type LearnedRubric = {
  features: string[];
  /** Trees for the log-odds that a criterion is met: mean of all of them. */
  criterion: Ensemble[];
};

export function probabilityOf(ensembles: Ensemble[], features: readonly number[]): number {
  const logits = ensembles.map((each) => evaluate(each, features)[0] ?? 0);
  const mean = logits.reduce((sum, value) => sum + value, 0) / Math.max(1, logits.length);
  return 1 / (1 + Math.exp(-mean));
}
