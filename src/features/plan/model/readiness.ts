import { type Abilities, expectedScore, observing } from "./abilities.ts";
import { get, type Matrix, quadraticForm, times } from "./cholesky.ts";
import type { Load } from "./loads.ts";
import { sharesOf, type Weights } from "./shares.ts";
import { worthRank } from "./worth-rank.ts";

export type { Weights } from "./shares.ts";

export type Estimate = {
  /** The expected score on a middling item that was never seen, 0 to 1. */
  expected: number;
  standardError: number;
  /** 90 %, inside 0 to 1. */
  interval: [number, number];
  /** Half the interval is narrow enough to act on. */
  enough: boolean;
};

const REFERENCE_DIFFICULTY = 3;
const Z90 = 1.645;
const WIDEST_HALF = 0.15;

/** The mean of the expected scores over skills, by weight, with its error from all abilities jointly (delta method). */
export function readinessFor(abilities: Abilities, weights: Weights): Estimate {
  const { expected, gradient } = expectation(abilities, weights);
  const variance = Math.max(0, quadraticForm(abilities.covariance, gradient));
  const standardError = Math.sqrt(variance);
  const half = Z90 * standardError;
  return {
    expected,
    standardError,
    interval: [Math.max(0, expected - half), Math.min(1, expected + half)],
    enough: half <= WIDEST_HALF,
  };
}

function expectation(
  { skills, mean, covariance }: Abilities,
  weights: Weights,
): { expected: number; gradient: Float64Array } {
  const shareOf = sharesOf(weights, skills);
  const gradient = new Float64Array(mean.length);
  let expected = 0;
  skills.forEach(({ id }, at) => {
    const weight = shareOf(id);
    if (weight === 0) return;
    const { score, slope } = expectedScore(mean[at] ?? 0, get(covariance, at, at), REFERENCE_DIFFICULTY);
    expected += weight * score;
    gradient[at] = weight * slope;
  });
  return { expected, gradient };
}

export type Candidate = { id: string; skills: readonly string[]; difficulty: number; minutes: number };

/** The items that narrow an estimate most for each minute, the best first; each is chosen as if those before it were done. */
export function narrowing<T extends Candidate>(
  abilities: Abilities,
  weights: Weights,
  items: readonly T[],
  count: number,
): T[] {
  const { gradient } = expectation(abilities, weights);
  const observes = observing(abilities);
  let offered = items.map((item) => ({ item, ...observes({ ...item, standardError: TYPICAL_ERROR }) }));
  const chosen: T[] = [];
  let covariance = abilities.covariance;
  while (chosen.length < count) {
    const toward = times(covariance, gradient);
    const worth = ({ item, loads, variance }: (typeof offered)[number]) =>
      sumOver(loads, (at) => toward[at] ?? 0) ** 2 / (spreadOf(covariance, loads) + variance) / item.minutes;
    const best = mostOf(offered, worth);
    if (!best) break;
    chosen.push(best.item);
    offered = offered.filter((each) => each !== best);
    covariance = afterSeeing(covariance, best);
  }
  return chosen;
}

/** The one that is worth most, the first of those alike; undefined where none is worth anything. */
function mostOf<T>(all: readonly T[], worth: (each: T) => number): T | undefined {
  let best: T | undefined;
  let most = worthRank(0);
  for (const each of all) {
    const own = worthRank(worth(each));
    if (own > most) [best, most] = [each, own];
  }
  return best;
}

/** What is left of a covariance once a sum of abilities was seen with a variance (Kalman). */
function afterSeeing({ n, of }: Matrix, { loads, variance }: { loads: readonly Load[]; variance: number }): Matrix {
  const along = Float64Array.from({ length: n }, (_, row) => sumOver(loads, (at) => of[row * n + at] ?? 0));
  const total = sumOver(loads, (at) => along[at] ?? 0) + variance;
  const left = of.slice();
  for (let row = 0; row < n; row++)
    for (let column = 0; column < n; column++)
      left[row * n + column] = (of[row * n + column] ?? 0) - ((along[row] ?? 0) * (along[column] ?? 0)) / total;
  return { n, of: left };
}

function spreadOf(covariance: Matrix, loads: readonly Load[]): number {
  return sumOver(loads, (row) => sumOver(loads, (column) => get(covariance, row, column)));
}

function sumOver(loads: readonly Load[], value: (at: number) => number): number {
  return loads.reduce((sum, { at, load }) => sum + load * value(at), 0);
}

const TYPICAL_ERROR = 0.1;
