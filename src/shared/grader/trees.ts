/** One decision tree as parallel arrays; node 0 is the root, and a leaf has feature -1. */
type Tree = { feature: number[]; threshold: number[]; left: number[]; right: number[]; value: number[] };

/** Boosted trees: the sum of a start and one leaf of each tree, for each output; `trees[t][o]` belongs to output o. */
export type Ensemble = { start: number[]; trees: Tree[][] };

/** Sums of leaves for one row of features. */
export function evaluate({ start, trees }: Ensemble, row: readonly number[]): number[] {
  const sums = [...start];
  for (const round of trees)
    round.forEach((tree, output) => {
      sums[output] = (sums[output] ?? 0) + leafOf(tree, row);
    });
  return sums;
}

export function softmax(logits: readonly number[]): number[] {
  const top = Math.max(...logits);
  const weights = logits.map((logit) => Math.exp(logit - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function leafOf({ feature, threshold, left, right, value }: Tree, row: readonly number[]): number {
  let node = 0;
  for (let at = feature[node] ?? -1; at >= 0; at = feature[node] ?? -1)
    node = ((row[at] ?? 0) <= (threshold[node] ?? 0) ? left[node] : right[node]) ?? 0;
  return value[node] ?? 0;
}
