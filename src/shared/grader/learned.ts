import { type Ensemble, evaluate, softmax } from "./trees.ts";

/** What a training run leaves: see docs/grader.md for data, splits and figures. */
export type Learned = {
  features: string[];
  /** Trees for the score, 0 to 1: mean of all of them. */
  score: Ensemble[];
  /** Trees for correct, incorrect, contradictory; softmax outside: mean of all of them. */
  label: Ensemble[];
  /** Variance of the score's error: `base + slope * p * (1 - p)`, from grouped cross-validation. */
  error: { base: number; slope: number };
};

export type Judgement = {
  /** Expected score, 0 to 1. */
  score: number;
  /** Standard error of the score against human graders. */
  se: number;
  correct: number;
  incorrect: number;
  contradictory: number;
};

/** What trees make of features; `crossLogits`, where there are any, are weighed in. */
export function judge(learned: Learned, features: readonly number[], crossLogits: readonly number[] = []): Judgement {
  const trees = clamp(mean(learned.score.map((each) => evaluate(each, features)[0] ?? 0)));
  const labels = learned.label.map((each) => softmax(evaluate(each, features)));
  const fromTrees = [0, 1, 2].map((at) => mean(labels.map((each) => each[at] ?? 0)));
  const [scoreLogit] = crossLogits.slice(3);
  const score = scoreLogit === undefined ? trees : weighed(trees, sigmoid(scoreLogit), CROSS_IN_SCORE);
  const fromCross = scoreLogit === undefined ? fromTrees : softmax(crossLogits.slice(0, 3));
  const [correct = 0, incorrect = 0, contradictory = 0] = fromTrees.map((value, at) =>
    weighed(value, fromCross[at] ?? 0, CROSS_IN_LABEL),
  );
  const se = Math.sqrt(learned.error.base + learned.error.slope * score * (1 - score));
  return { score, se, correct, incorrect, contradictory };
}

// The cross-encoder tells contradiction from silence; on other subjects than those of its training the trees are better.
const CROSS_IN_SCORE = 0.3;
const CROSS_IN_LABEL = 0.6;

function weighed(first: number, second: number, share: number): number {
  return (1 - share) * first + share * second;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function sigmoid(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
