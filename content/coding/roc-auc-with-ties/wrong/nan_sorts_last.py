"""Misconception: NaN can be ranked with the rest, NumPy sorts it last anyway.
Shown to the learner: Sorting NaN last quietly calls every transaction without a score the most suspicious one. A missing score is a fault upstream: refuse it.
Must fail: nan_is_refused
"""
import numpy as np


def roc_auc(labels, scores):
    labels = labels.astype(bool)
    p, n = labels.sum(), (~labels).sum()
    if p == 0 or n == 0:
        raise ValueError
    neg = np.sort(scores[~labels])
    low, high = (np.searchsorted(neg, scores[labels], side=s) for s in ("left", "right"))
    return float((low + high).sum() / 2 / (p * n))
