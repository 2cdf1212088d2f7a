import type { Matrix } from "./cholesky.ts";
import { linearised, type Mode, type Posterior } from "./fisher.ts";
import { SparseSum } from "./sparse-sum.ts";

export type SpreadPrior = { mean: number /** How many rows it counts as. */; rows: number };

/** Nobody is steadier than a rubric of ten points; of right or wrong alone it is 1, and a day may add something. */
const BOUNDS = { least: 0.1, most: 1.3 };
/** Of p (1 - p), and of the variance of a score, where scores are middling. */
const TYPICAL = { slope: 0.2, variance: 0.08 };
/** Nearer to 0 and 1 the grader's error is cut off, and a score shows little of the spread. */
const NEAREST = 0.05;

/**
 * How much the scores vary around what is expected of them beyond the grader's error, as a share of p (1 - p). What a fit
 * leaves of a row's variance is that variance less the variance of its sum (of a Bayesian linear model exactly). It is solved
 * for the share over all rows and those that the prior counts as, by least squares: a row counts the less the more of its
 * variance is of other sources, its age above all.
 */
export function spreadOf(posterior: Posterior, { mean }: Mode, covariance: Matrix, prior: SpreadPrior): number {
  const { rows, variance, slopeAt } = posterior;
  const { expected, information } = linearised(posterior, { mean, harder: new Float64Array(rows.items.length) });
  const sum = new SparseSum(covariance.n);
  let under = prior.rows * (TYPICAL.slope / TYPICAL.variance) ** 2;
  let over = under * prior.mean;
  for (const [row, p] of expected.entries()) {
    if (p < NEAREST || p > 1 - NEAREST) continue;
    const slope = slopeAt(Math.log(p / (1 - p)));
    sum.add(rows, row, 1);
    const ofLogit = variance.item + variance.dayOfAge * (rows.age[row] ?? 0) - sum.variance(covariance);
    sum.clear();
    const left = ((rows.score[row] ?? 0) - p) ** 2 - (rows.errorSquared[row] ?? 0) - slope ** 2 * ofLogit;
    const weight = (slope ** 2 * (1 / (information[row] ?? 1) + variance.item)) ** -2;
    over += weight * slope * left;
    under += weight * slope ** 2;
  }
  return Math.min(BOUNDS.most, Math.max(BOUNDS.least, over / under));
}
