"""Misconception: comparing every pair is fine because NumPy does it.
Shown to the learner: Positives times negatives is quadratic; at a million rows it is 10^11 comparisons and as many bytes. Sort once and count with ranks.
Must fail: grows_like_a_sort
"""
import numpy as np


def roc_auc(labels, scores):
    labels = labels.astype(bool)
    pos, neg = scores[labels], scores[~labels]
    if len(pos) == 0 or len(neg) == 0 or np.isnan(scores).any():
        raise ValueError
    won = sum(float((p > neg).sum() + 0.5 * (p == neg).sum()) for p in pos)
    return won / (len(pos) * len(neg))
