import { type Abilities, logistic, logitOf, observes } from "./abilities.ts";
import { dot, times } from "./cholesky.ts";

/** Weights of skills, by id; they need not sum to one. */
export type Weights = ReadonlyMap<string, number>;

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
  const variance = Math.max(0, dot(gradient, times(abilities.covariance, gradient)));
  const standardError = Math.sqrt(variance);
  const half = Z90 * standardError;
  return {
    expected,
    standardError,
    interval: [Math.max(0, expected - half), Math.min(1, expected + half)],
    enough: half <= WIDEST_HALF,
  };
}

function expectation({ skills, mean }: Abilities, weights: Weights): { expected: number; gradient: Float64Array } {
  const total = skills.reduce((sum, { id }) => sum + (weights.get(id) ?? 0), 0);
  const gradient = new Float64Array(mean.length);
  let expected = 0;
  skills.forEach(({ id }, at) => {
    const weight = total > 0 ? (weights.get(id) ?? 0) / total : 0;
    const p = logistic((mean[at] ?? 0) - logitOf(REFERENCE_DIFFICULTY));
    expected += weight * p;
    gradient[at] = weight * p * (1 - p);
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
  const chosen: T[] = [];
  let covariance = { n: abilities.covariance.n, of: abilities.covariance.of.slice() };
  while (chosen.length < count) {
    const toward = times(covariance, gradient);
    let best: { item: T; worth: number; along: Float64Array; variance: number } | undefined;
    for (const item of items) {
      if (chosen.includes(item)) continue;
      const { loads, variance } = observes(abilities, { ...item, standardError: TYPICAL_ERROR });
      const along = times(covariance, loads);
      const total = dot(loads, along) + variance;
      const worth = dot(loads, toward) ** 2 / total / item.minutes;
      if (worth > (best?.worth ?? 0)) best = { item, worth, along, variance: total };
    }
    if (!best) break;
    chosen.push(best.item);
    const { along, variance } = best;
    covariance = {
      n: covariance.n,
      of: covariance.of.map(
        (each, cell) =>
          each - ((along[Math.floor(cell / covariance.n)] ?? 0) * (along[cell % covariance.n] ?? 0)) / variance,
      ),
    };
  }
  return chosen;
}

const TYPICAL_ERROR = 0.1;
