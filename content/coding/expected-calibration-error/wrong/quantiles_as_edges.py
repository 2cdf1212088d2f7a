"""Misconception: bins of equal mass are those between quantiles of the probabilities.
Shown to the learner: Where probabilities tie, quantiles coincide: some bins stay empty and one takes everything. Count rows instead: the place in the sorted order says which bin.
Must fail: ties_keep_their_order
"""

import numpy as np


def calibration_error(
    probabilities: np.ndarray, labels: np.ndarray, bins: int = 15, equal_mass: bool = False
) -> tuple[float, float]:
    """Expected and maximum calibration error over bins of equal width, or of equal mass."""
    p = probabilities.astype(np.float64)
    if not len(p) or not ((p >= 0) & (p <= 1)).all():  # NaN compares false with both
        raise ValueError("probabilities between 0 and 1 are needed, at least one")
    if equal_mass:
        edges = np.quantile(p, np.arange(1, bins) / bins)
        bin_of = np.searchsorted(edges, p)
    else:
        bin_of = np.maximum(np.ceil(p * bins).astype(np.int64), 1)
    surplus = np.bincount(bin_of, p - labels)  # of probability over labels, summed: rows times gap
    rows = np.bincount(bin_of)
    gaps = np.abs(surplus[rows > 0]) / rows[rows > 0]
    return float(np.abs(surplus).sum() / len(p)), float(gaps.max())
