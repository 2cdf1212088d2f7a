"""Misconception: rows on the outer edge fit no bin and may be left out.
Shown to the learner: A probability of exactly 0 is in no half-open bin, so the most confident rows vanish. Those are the ones whose errors matter most: give 0 a place.
Must fail: zero_and_one_are_counted
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
        place = np.empty(len(p), dtype=np.int64)
        place[np.argsort(p, kind="stable")] = np.arange(len(p))
        bin_of = place * bins // len(p)
    else:
        bin_of = np.ceil(p * bins).astype(np.int64)
    p, labels, bin_of = p[bin_of > 0], labels[bin_of > 0], bin_of[bin_of > 0]
    surplus = np.bincount(bin_of, p - labels)  # of probability over labels, summed: rows times gap
    rows = np.bincount(bin_of)
    gaps = np.abs(surplus[rows > 0]) / rows[rows > 0]
    return float(np.abs(surplus).sum() / len(p)), float(gaps.max())
