"""Misconception: average precision is the plain mean of the precision at the thresholds that find a positive.
Shown to the learner: That holds only when each threshold adds one positive. A score shared by a thousand posts brings a thousand times the recall and must weigh as much: multiply each precision by the recall gained there.
Must fail: agrees
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
    return float((hits[gained > 0] / flagged[gained > 0]).mean())
