"""Misconception: sort by score and let every row be a threshold of its own.
Shown to the learner: A tie is then broken by the position of the rows, so the same log in another order gets another figure. Rows of equal score are flagged together: one threshold, one step of recall.
Must fail: order_of_rows_does_not_matter
"""

import numpy as np


def average_precision(labels, scores, weights=None):
    y = labels.astype(bool)
    w = np.ones(len(y)) if weights is None else weights.astype(float)
    if np.isnan(scores).any() or not (w >= 0).all() or not w[y].any():
        raise ValueError
    order = np.argsort(-scores, kind="stable")
    y, w = y[order], w[order]
    hits, flagged = np.cumsum(w * y), np.cumsum(w)
    precision = hits / np.where(flagged > 0, flagged, 1.0)
    return float((w * y * precision).sum() / hits[-1])
