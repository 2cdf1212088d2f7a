"""One argsort; cumulative sums are read at the last row of each run of equal scores."""

import numpy as np


def average_precision(labels, scores, weights=None):
    w = np.ones(len(scores)) if weights is None else np.asarray(weights, dtype=float)
    y = np.asarray(labels) != 0
    if np.isnan(scores).any() or np.isnan(w).any() or (w < 0).any() or (w * y).sum() == 0:
        raise ValueError("no average precision")
    order = np.argsort(scores)[::-1]
    s, w, y = scores[order], w[order], y[order]
    last = np.append(s[1:] != s[:-1], True)
    tp, all_ = np.cumsum(w * y)[last], np.cumsum(w)[last]
    with np.errstate(invalid="ignore"):
        precision = np.where(all_ > 0, tp / all_, 0.0)
    return float((np.diff(tp, prepend=0.0) * precision).sum() / tp[-1])
