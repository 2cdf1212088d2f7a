import { type Matrix, times } from "./cholesky.ts";
import { linearised, type Mode, type Posterior } from "./fisher.ts";
import { SparseSum } from "./sparse-sum.ts";

/**
 * How far the mean of the posterior lies from its mode, to second order (Tierney and Kadane, 1986): where scores are above one
 * half more may be above than below, since a logistic curve flattens. Each row pulls by the third derivative of its
 * likelihood, information · (2 p - 1), times half the variance of what it is about, its item's own difficulty included.
 */
export function meanLessMode(posterior: Posterior, mode: Mode, covariance: Matrix): Float64Array {
  const { rows, variance } = posterior;
  const { information, expected } = linearised(posterior, mode);
  const pull = new Float64Array(covariance.n);
  const sum = new SparseSum(covariance.n);
  for (let item = 0; item < rows.items.length; item++) {
    const [first, last] = [rows.firstRow[item] ?? 0, rows.firstRow[item + 1] ?? 0];
    let weight = 0;
    for (let row = first; row < last; row++) weight += information[row] ?? 0;
    const shared = variance.item / (1 + variance.item * weight);
    // what is left of a row once its item's difficulty is known as well as all its rows tell it
    for (let row = first; row < last; row++) sum.add(rows, row, -shared * (information[row] ?? 0));
    for (let row = first; row < last; row++) {
      sum.add(rows, row, 1);
      const third = (information[row] ?? 0) * (2 * (expected[row] ?? 0) - 1);
      sum.addTo(pull, 0.5 * third * (sum.variance(covariance) + shared));
      sum.add(rows, row, -1);
    }
    sum.clear();
  }
  return times(covariance, pull);
}
