"""Misconception: with one class, 0.5 is a sensible default.
Shown to the learner: With no pair to compare the AUC does not exist. A silent 0.5 hides a broken slice (a day without fraud) in a dashboard; raise instead.
Must fail: one_class_has_no_auc
"""
import numpy as np


def roc_auc(labels, scores):
    labels = labels.astype(bool)
    p, n = labels.sum(), (~labels).sum()
    if np.isnan(scores).any():
        raise ValueError
    if p == 0 or n == 0:
        return 0.5
    neg = np.sort(scores[~labels])
    low, high = (np.searchsorted(neg, scores[labels], side=s) for s in ("left", "right"))
    return float((low + high).sum() / 2 / (p * n))
