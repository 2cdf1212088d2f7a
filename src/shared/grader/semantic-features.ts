import { dot, type Encoded } from "../models/encoder/encoder.ts";

/** What is compared, as an encoder sees it. */
export type EncodedComparison = { target: Encoded; answer: Encoded; question: Encoded };

/** How one text is met by another, token by token, weighed by how rare the tokens are. */
type Alignment = {
  mean: number;
  worst: number;
  /** Mean over what the question does not say already. */
  meanNew: number;
  /** Shares of the weight that found no counterpart, and that found a near one. */
  lost: number;
  found: number;
};

const NOTHING: Alignment = { mean: 0, worst: 0, meanNew: 0, lost: 1, found: 0 };
const LOST_BELOW = 0.45;
const FOUND_FROM = 0.7;

export const SEMANTIC_FEATURES: readonly string[] = [
  "cosine",
  "answerToQuestion",
  "targetToQuestion",
  "softRecall",
  "softRecallWorst",
  "softRecallNew",
  "softRecallLost",
  "softRecallFound",
  "softPrecision",
  "softPrecisionWorst",
  "softPrecisionNew",
  "softPrecisionLost",
  "softPrecisionFound",
  "softQuestion",
  "beyondQuestion",
];

/** Values of all semantic features, in the order of `SEMANTIC_FEATURES`. */
export function semanticFeatures({ target, answer, question }: EncodedComparison): number[] {
  const recall = aligned(target, answer, question);
  const precision = aligned(answer, target, question);
  const fromQuestion = aligned(target, question, question);
  return [
    dot(target.sentence, answer.sentence),
    dot(answer.sentence, question.sentence),
    dot(target.sentence, question.sentence),
    ...[recall.mean, recall.worst, recall.meanNew, recall.lost, recall.found],
    ...[precision.mean, precision.worst, precision.meanNew, precision.lost, precision.found],
    fromQuestion.mean,
    recall.mean - fromQuestion.mean,
  ];
}

/** How well each token of `wanted` is met by its nearest token of `said`, as in BERTScore (Zhang and others, 2020). */
function aligned(wanted: Encoded, said: Encoded, question: Encoded): Alignment {
  const width = wanted.sentence.length;
  const known = new Set(question.ids);
  const sums = { all: 0, met: 0, new: 0, metNew: 0, lost: 0, found: 0 };
  let worst = 1;
  wanted.ids.forEach((id, at) => {
    const weight = rarity(id);
    const nearest = nearestTo(wanted.tokens.subarray(at * width, (at + 1) * width), said);
    const fresh = known.has(id) ? 0.1 * weight : weight;
    sums.all += weight;
    sums.met += weight * nearest;
    sums.new += fresh;
    sums.metNew += fresh * nearest;
    if (nearest < LOST_BELOW) sums.lost += weight;
    if (nearest >= FOUND_FROM) sums.found += weight;
    if (weight > 0.5) worst = Math.min(worst, nearest);
  });
  if (sums.all === 0 || said.ids.length === 0) return NOTHING;
  return {
    mean: sums.met / sums.all,
    worst,
    meanNew: sums.metNew / sums.new,
    lost: sums.lost / sums.all,
    found: sums.found / sums.all,
  };
}

function nearestTo(row: Float32Array, said: Encoded): number {
  const width = row.length;
  let nearest = 0;
  for (let start = 0; start < said.ids.length * width; start += width) {
    let sum = 0;
    for (let at = 0; at < width; at++) sum += (row[at] ?? 0) * (said.tokens[start + at] ?? 0);
    if (sum > nearest) nearest = sum;
  }
  return nearest;
}

// The vocabulary is sorted by how common its words are: "the" comes first, at 1996, before it punctuation and letters.
function rarity(id: number): number {
  return id < 1996 ? 0.05 : Math.log(id / 1990);
}
