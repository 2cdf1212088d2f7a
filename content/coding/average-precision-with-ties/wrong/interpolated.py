"""Misconception: the curve is smoothed first: at each recall, the best precision at that recall or beyond.
Shown to the learner: That is the interpolated average precision of some detection benchmarks. It is another, larger number: it forgives false alarms at the top of the ranking, as no threshold does.
Must fail: distinct_scores
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
    precision = hits / np.where(flagged > 0, flagged, 1.0)
    best = np.maximum.accumulate(precision[::-1])[::-1]
    return float((gained * best).sum() / hits[-1])
