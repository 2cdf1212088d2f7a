"""Walks the ROC curve in pure Python: one trapezoid a group of equal scores, integers until the last division."""

from itertools import groupby


def roc_auc(labels, scores):
    labels, scores = labels.tolist(), scores.tolist()
    if any(score != score for score in scores):
        raise ValueError("NaN")
    below = won_twice = positives = 0
    for _, group in groupby(sorted(zip(scores, labels)), key=lambda pair: pair[0]):
        members = [label for _, label in group]
        hits = sum(map(int, members))
        misses = len(members) - hits
        won_twice += hits * (2 * below + misses)
        below += misses
        positives += hits
    if positives == 0 or below == 0:
        raise ValueError("one class")
    return won_twice / (2 * positives * below)
