import { normalCdf, normalQuantile } from "../quality/normal.ts";

/** How the scores of all requests are distributed: a mixture of normals. */
export type Mixture = readonly { share: number; mean: number; deviation: number }[];

const BINS = 10;
const EDGES = Array.from({ length: BINS - 1 }, (_, at) => normalQuantile((at + 1) / BINS));
/** A bin is never quite empty: the usual mend for the logarithm. */
const FLOOR = 1e-4;

/** Shares of the scores in ten bins, which are the tenths of a standard normal. */
export function histogramOf(mixture: Mixture): number[] {
  const below = EDGES.map((edge) =>
    mixture.reduce((sum, { share, mean, deviation }) => sum + share * normalCdf((edge - mean) / deviation), 0),
  );
  return [...below, 1].map((share, at) => share - (at === 0 ? 0 : (below[at - 1] ?? 0)));
}

/** A histogram as `count` requests show it: counts with Poisson errors, of the sum of 1 again, are multinomial. */
export function sampledHistogram(shares: readonly number[], count: number, random: () => number): number[] {
  const drawn = shares.map((share) => Math.max(0, share + Math.sqrt(share / Math.max(1, count)) * drawNormal(random)));
  const sum = drawn.reduce((total, share) => total + share, 0);
  return drawn.map((share) => share / sum);
}

export function drawNormal(random: () => number): number {
  return normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
}

/** Population stability index, `sum (a - b) ln(a / b)` over the bins (Siddiqi, Credit Risk Scorecards, 2006). */
export function stabilityIndex(seen: readonly number[], reference: readonly number[]): number {
  return seen.reduce((sum, share, at) => {
    const [a, b] = [Math.max(FLOOR, share), Math.max(FLOOR, reference[at] ?? 0)];
    return sum + (a - b) * Math.log(a / b);
  }, 0);
}

/** Statistic of Kolmogorov and Smirnov on the bins: the largest gap between the two cumulative shares. */
export function largestGap(seen: readonly number[], reference: readonly number[]): number {
  let [gap, most] = [0, 0];
  seen.forEach((share, at) => {
    gap += share - (reference[at] ?? 0);
    most = Math.max(most, Math.abs(gap));
  });
  return most;
}
