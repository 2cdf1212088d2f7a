"""Misconception: every position in the sorted order is a possible cut.
Shown to the learner: Rows with the same value cannot be told apart by any threshold. The impurity you report for such a cut is one that the stump will never have; only ends of runs count.
Must fail: equal_values_stay_together
"""
import numpy as np

SAME = 1e-12


def best_split(x: np.ndarray, y: np.ndarray, w: np.ndarray) -> tuple[int, float, float]:
    """The stump of least weighted Gini impurity, by one sort a feature and running sums."""
    ones = w * y
    total, total_ones = w.sum(), ones.sum()
    best = (-1, 0.0, float(_spread(total, total_ones) / total))
    lowest = np.inf
    for feature, column in enumerate(x.T):
        order = np.argsort(column)
        value = column[order]
        cuts = np.arange(len(value) - 1)  # the last row of each run of equal values
        if len(cuts) == 0:
            continue
        left, left_ones = w[order].cumsum()[cuts], ones[order].cumsum()[cuts]
        impurity = (_spread(left, left_ones) + _spread(total - left, total_ones - left_ones)) / total
        first = np.flatnonzero(impurity <= impurity.min() + SAME)[0]
        if impurity[first] < lowest - SAME:
            lowest = impurity[first]
            cut = cuts[first]
            lower, upper = value[cut], value[cut + 1]
            middle = lower / 2 + upper / 2  # may round up to the upper value, which would then go left
            best = (feature, float(middle if middle < upper else lower), float(lowest))
    return best


def _spread(weight: np.ndarray, ones: np.ndarray) -> np.ndarray:
    """Weight times Gini impurity, W 2p(1 - p), as 2 ones (W - ones) / W: exactly 0 for a pure side."""
    return 2 * ones * (weight - ones) / weight
