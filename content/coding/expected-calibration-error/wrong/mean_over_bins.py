"""Misconception: the expected error is the mean over bins.
Shown to the learner: A bin of three rows then counts like one of three thousand, and the value jumps with every stray row. Weigh each gap by its rows.
Must fail: bins_weigh_by_their_rows
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
    surplus = np.bincount(bin_of, p - labels)  # of probability over labels, summed: rows times gap
    rows = np.bincount(bin_of)
    gaps = np.abs(surplus[rows > 0]) / rows[rows > 0]
    return float(gaps.mean()), float(gaps.max())
