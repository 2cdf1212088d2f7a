"""Misconception: a library call answers the question.
Shown to the learner: In the interview the curve is the exercise. Know what the library does with ties and without positives, then write it.
Must fail: forbid
"""

from sklearn.metrics import average_precision_score


def average_precision(labels, scores, weights=None):
    return float(average_precision_score(labels, scores, sample_weight=weights))
