"""Maximum over each allowed span by a table of maxima over powers of two, all points at once."""

import numpy as np


def points(scores, labels, loss):
    values, where = np.unique(-scores, return_inverse=True)
    tp = np.concatenate([[0], np.cumsum(np.bincount(where, weights=labels == 1))])
    fp = np.concatenate([[0], np.cumsum(np.bincount(where, weights=labels != 1))])
    return np.concatenate([[np.inf], -values]), tp / tp[-1], fp / fp[-1], tp - loss * fp


def fair_thresholds(scores, labels, groups, loss, tolerance):
    scores = scores.astype(np.float64)
    cuts_a, tpr_a, fpr_a, earned_a = points(scores[groups == 0], labels[groups == 0], loss)
    cuts_b, tpr_b, fpr_b, earned_b = points(scores[groups == 1], labels[groups == 1], loss)
    slack = tolerance + 5e-10
    low = np.maximum(np.searchsorted(tpr_b, tpr_a - slack), np.searchsorted(fpr_b, fpr_a - slack))
    high = np.minimum(np.searchsorted(tpr_b, tpr_a + slack, "right"), np.searchsorted(fpr_b, fpr_a + slack, "right"))
    table = [np.arange(len(earned_b))]
    while 2 ** len(table) <= len(earned_b):
        left, right = table[-1][: -(2 ** (len(table) - 1))], table[-1][2 ** (len(table) - 1) :]
        table.append(np.where(earned_b[left] >= earned_b[right], left, right))
    best, answer = -np.inf, None
    for level, maxima in enumerate(table):
        span = high - low
        here = np.flatnonzero((span >= 2**level) & (span < 2 ** (level + 1)))
        if len(here) == 0:
            continue
        left, right = maxima[low[here]], maxima[high[here] - 2**level]
        partner = np.where(earned_b[left] >= earned_b[right], left, right)
        total = earned_a[here] + earned_b[partner]
        top = int(total.argmax())
        if total[top] > best:
            best, answer = total[top], (float(cuts_a[here[top]]), float(cuts_b[partner[top]]))
    return answer
