"""Misconception: without positives, 0 is a sensible default.
Shown to the learner: With nothing to find, recall does not exist, and neither does the area. A silent 0 reads as a bad model and pulls down every mean over slices; raise, and let the caller decide.
Must fail: no_positive_has_no_recall
"""

import numpy as np


def average_precision(labels, scores, weights=None):
    y = labels.astype(bool)
    w = np.ones(len(y)) if weights is None else weights.astype(float)
    if np.isnan(scores).any() or not (w >= 0).all():
        raise ValueError
    if not w[y].any():
        return 0.0
    _, group = np.unique(-scores, return_inverse=True)
    gained = np.bincount(group, w * y)
    hits, flagged = gained.cumsum(), np.bincount(group, w).cumsum()
    some = gained > 0
    return float((gained[some] * hits[some] / flagged[some]).sum() / hits[-1])
