"""Misconception: a count of the log at each distinct score is fine because NumPy does the counting.
Shown to the learner: With as many scores as rows that is a quadratic number of comparisons, 10^12 for a million rows. Sort once; running sums hold the counts at all thresholds.
Must fail: grows_like_a_sort
"""

import numpy as np


def average_precision(labels, scores, weights=None):
    y = labels.astype(bool)
    w = np.ones(len(y)) if weights is None else weights.astype(float)
    if np.isnan(scores).any() or not (w >= 0).all() or not w[y].any():
        raise ValueError
    area = found = 0.0
    for threshold in np.unique(scores)[::-1]:
        flagged = scores >= threshold
        hits = w[flagged & y].sum()
        if hits > found:
            area += (hits - found) * hits / w[flagged].sum()
            found = hits
    return float(area / found)
