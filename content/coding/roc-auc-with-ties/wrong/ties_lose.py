"""Misconception: a positive must score strictly higher to count.
Shown to the learner: A tie is a coin toss, half a win. Counting it as a loss makes a constant score look worse than chance (0 instead of 0.5).
Must fail: constant_scores_are_chance
"""
import numpy as np


def roc_auc(labels, scores):
    labels = labels.astype(bool)
    p, n = labels.sum(), (~labels).sum()
    if p == 0 or n == 0 or np.isnan(scores).any():
        raise ValueError
    below = np.searchsorted(np.sort(scores[~labels]), scores[labels], side="left")
    return float(below.sum() / (p * n))
