"""Misconception: precision is defined at every threshold, because something is always flagged.
Shown to the learner: Not when the highest scores carry weight 0: nothing is flagged, precision is 0 / 0, and NaN times a recall gain of 0 is still NaN. Recall does not move there, so the threshold can be left out.
Must fail: zero_weight_on_top
"""

import numpy as np


def average_precision(labels, scores, weights=None):
    y = labels.astype(bool)
    w = np.ones(len(y)) if weights is None else weights.astype(float)
    if np.isnan(scores).any() or not (w >= 0).all() or not w[y].any():
        raise ValueError
    _, group = np.unique(-scores, return_inverse=True)
    gained = np.bincount(group, w * y)
    hits, flagged = gained.cumsum(), np.bincount(group, w).cumsum()
    with np.errstate(all="ignore"):
        return float((gained * (hits / flagged)).sum() / hits[-1])
