"""Misconception: a library call answers the question.
Shown to the learner: In the interview the ranking is the exercise. Know what roc_auc_score does with ties, then write it.
Must fail: forbid
"""
from sklearn.metrics import roc_auc_score


def roc_auc(labels, scores):
    return float(roc_auc_score(labels, scores))
