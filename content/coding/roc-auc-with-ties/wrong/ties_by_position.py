"""Misconception: argsort gives the ranks, so ties need no care.
Shown to the learner: Argsort breaks a tie by position in the array, so the same log in another order gets another AUC. Tied scores must share one rank, the mean of the places they fill.
Must fail: order_of_rows_does_not_matter
"""
import numpy as np


def roc_auc(labels, scores):
    labels = labels.astype(bool)
    p, n = labels.sum(), (~labels).sum()
    if p == 0 or n == 0 or np.isnan(scores).any():
        raise ValueError
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return float((ranks[labels].sum() - p * (p + 1) / 2) / (p * n))
