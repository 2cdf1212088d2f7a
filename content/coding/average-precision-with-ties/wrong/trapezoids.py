"""Misconception: the area under a curve is a sum of trapezoids, here as for ROC.
Shown to the learner: Between two thresholds precision does not move along a straight line, and the first trapezoid needs a precision at recall 0 that nobody measured. With few thresholds the area comes out too high. Average precision is a sum of steps.
Must fail: constant_scores_give_the_base_rate
"""

import numpy as np


def average_precision(labels, scores, weights=None):
    y = labels.astype(bool)
    w = np.ones(len(y)) if weights is None else weights.astype(float)
    if np.isnan(scores).any() or not (w >= 0).all() or not w[y].any():
        raise ValueError
    _, group = np.unique(-scores, return_inverse=True)
    hits, flagged = np.bincount(group, w * y).cumsum(), np.bincount(group, w).cumsum()
    precision = np.concatenate([[1.0], hits / np.where(flagged > 0, flagged, 1.0)])
    recall = np.concatenate([[0.0], hits / hits[-1]])
    return float((np.diff(recall) * (precision[1:] + precision[:-1]) / 2).sum())
