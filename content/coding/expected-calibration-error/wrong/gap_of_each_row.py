"""Misconception: the gap of a bin is the mean distance of its rows from their labels.
Shown to the learner: A single label is 0 or 1, so a calibrated row of 0.5 is always half off. Calibration is about groups: compare the mean of the probabilities with the share of labels, then take the difference.
Must fail: example
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
        bin_of = np.maximum(np.ceil(p * bins).astype(np.int64), 1)
    surplus = np.bincount(bin_of, np.abs(p - labels))  # of probability over labels, summed: rows times gap
    rows = np.bincount(bin_of)
    gaps = np.abs(surplus[rows > 0]) / rows[rows > 0]
    return float(np.abs(surplus).sum() / len(p)), float(gaps.max())
