import { type LowerFactor, lowerFactor, type Matrix, solve } from "./cholesky.ts";
import type { PackedRows } from "./packed-rows.ts";

/** What the fit starts from and what it needs to know of the variances, in logits². */
export type Posterior = {
  rows: PackedRows;
  prior: { precision: Matrix; pull: Float64Array };
  /** Of an item's own difficulty, and of a row for each day of its age. */
  variance: { item: number; dayOfAge: number };
  noise: (errorSquared: number, slope: number) => number;
  slopeAt: (eta: number) => number;
};

/** Where the fit stands: the unknowns, and how much harder each item is than its author said. */
export type Mode = { mean: Float64Array; harder: Float64Array };

/**
 * One step of Fisher scoring. Each row is an observation of its sum, linearised at the mode so far; the errors of an item's
 * rows share that item's unknown difficulty, which is integrated out (Sherman and Morrison), so that no number of tries at one
 * item tells more than that item can.
 */
export function fisherStep(posterior: Posterior, mode: Mode): { mode: Mode; leap: number; factor: LowerFactor } {
  const { rows, prior, variance } = posterior;
  const { n } = prior.precision;
  const sums = { n, precision: prior.precision.of.slice(), pull: prior.pull.slice() };
  const seen = linearised(posterior, mode);
  const together = { value: new Float64Array(n), touched: new Int32Array(n) };
  const shared = new Float64Array(rows.items.length);
  for (let item = 0; item < rows.items.length; item++) {
    const weight = addRows(rows, item, { seen, sums, together });
    shared[item] = variance.item / (1 + variance.item * weight);
    takeAway(shared[item] ?? 0, { sums, together });
  }
  const factor = lowerFactor({ n, of: sums.precision });
  const next = solve(factor, sums.pull);
  let leap = 0;
  for (let at = 0; at < n; at++) leap = Math.max(leap, Math.abs((next[at] ?? 0) - (mode.mean[at] ?? 0)));
  // half a step where a whole one would leap: scores of 0 and 1 are far out in logits
  const share = leap > 1 ? 0.5 : 1;
  const mean = mode.mean.map((each, at) => each + share * ((next[at] ?? 0) - each));
  return { mode: { mean, harder: itemsAt(rows, mean, { seen, shared }) }, leap, factor };
}

/** Each row as an observation: what its sum would be if the item were as its author said, how much it tells, the score expected. */
type Seen = { sum: Float64Array; information: Float64Array; expected: Float64Array };

export function linearised({ rows, variance, noise, slopeAt }: Posterior, { mean, harder }: Mode): Seen {
  const count = rows.score.length;
  const seen = {
    sum: new Float64Array(count),
    information: new Float64Array(count),
    expected: new Float64Array(count),
  };
  for (let item = 0; item < rows.items.length; item++) {
    const offset = harder[item] ?? 0;
    const end = rows.firstRow[item + 1] ?? 0;
    for (let row = rows.firstRow[item] ?? 0; row < end; row++) {
      const sum = sumOf(rows, row, mean);
      const eta = sum - (rows.logit[row] ?? 0) - offset;
      const slope = slopeAt(eta);
      const spread = noise(rows.errorSquared[row] ?? 0, slope) + variance.dayOfAge * (rows.age[row] ?? 0);
      const expected = 1 / (1 + Math.exp(-eta));
      seen.expected[row] = expected;
      seen.information[row] = 1 / spread;
      seen.sum[row] = sum + ((rows.score[row] ?? 0) - expected) / slope - offset;
    }
  }
  return seen;
}

type Adding = {
  sums: { n: number; precision: Float64Array; pull: Float64Array };
  /** What the rows of the item add up to, by unknown, and which unknowns those are. */
  together: { value: Float64Array; touched: Int32Array; count?: number; weighted?: number };
};

/** Adds an item's rows as if they had nothing in common; returns how much they tell. The lower half alone is kept. */
function addRows(
  { firstRow, firstLoad, at, load }: PackedRows,
  item: number,
  { seen, sums, together }: Adding & { seen: Seen },
): number {
  let weight = 0;
  let weighted = 0;
  let count = 0;
  const end = firstRow[item + 1] ?? 0;
  for (let row = firstRow[item] ?? 0; row < end; row++) {
    const information = seen.information[row] ?? 0;
    const pulled = information * (seen.sum[row] ?? 0);
    weight += information;
    weighted += pulled;
    const [first, last] = [firstLoad[row] ?? 0, firstLoad[row + 1] ?? 0];
    for (let k = first; k < last; k++) {
      const one = at[k] ?? 0;
      const own = load[k] ?? 0;
      if (together.value[one] === 0) together.touched[count++] = one;
      together.value[one] = (together.value[one] ?? 0) + information * own;
      sums.pull[one] = (sums.pull[one] ?? 0) + pulled * own;
      for (let other = first; other <= k; other++) {
        const cell = lowerCell(one, at[other] ?? 0, sums.n);
        sums.precision[cell] = (sums.precision[cell] ?? 0) + information * own * (load[other] ?? 0);
      }
    }
  }
  together.count = count;
  together.weighted = weighted;
  return weight;
}

/** Takes away what an item's rows have in common, and clears it for the next item. */
function takeAway(shared: number, { sums, together: { value, touched, count = 0, weighted = 0 } }: Adding): void {
  for (let k = 0; k < count; k++) {
    const one = touched[k] ?? 0;
    const own = shared * (value[one] ?? 0);
    sums.pull[one] = (sums.pull[one] ?? 0) - own * weighted;
    for (let other = 0; other <= k; other++) {
      const column = touched[other] ?? 0;
      const cell = lowerCell(one, column, sums.n);
      sums.precision[cell] = (sums.precision[cell] ?? 0) - own * (value[column] ?? 0);
    }
  }
  for (let k = 0; k < count; k++) value[touched[k] ?? 0] = 0;
}

function lowerCell(one: number, other: number, n: number): number {
  return one > other ? one * n + other : other * n + one;
}

/** How much harder each item is found, shrunk, given the unknowns. */
function itemsAt(
  rows: PackedRows,
  mean: Float64Array,
  { seen, shared }: { seen: Seen; shared: Float64Array },
): Float64Array {
  return shared.map((share, item) => {
    let residual = 0;
    const end = rows.firstRow[item + 1] ?? 0;
    for (let row = rows.firstRow[item] ?? 0; row < end; row++)
      residual += (seen.information[row] ?? 0) * (sumOf(rows, row, mean) - (seen.sum[row] ?? 0));
    return share * residual;
  });
}

function sumOf({ firstLoad, at, load }: PackedRows, row: number, mean: Float64Array): number {
  let sum = 0;
  const end = firstLoad[row + 1] ?? 0;
  for (let k = firstLoad[row] ?? 0; k < end; k++) sum += (load[k] ?? 0) * (mean[at[k] ?? 0] ?? 0);
  return sum;
}
