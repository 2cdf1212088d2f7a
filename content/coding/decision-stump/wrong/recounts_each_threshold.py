"""Misconception: NumPy masks make trying every threshold fast enough.
Shown to the learner: A mask is a pass over all rows, and there are as many thresholds as rows: quadratic, whatever the speed of one pass. Sort once; running sums then give every threshold's counts at once.
Must fail: grows_like_a_sort
"""
import numpy as np


def best_split(x, y, w):
    total, ones = w.sum(), w * y

    def spread(weight, one):
        return 2 * one * (weight - one) / weight

    best, lowest = (-1, 0.0, float(spread(total, ones.sum()) / total)), np.inf
    for feature in range(x.shape[1]):
        values = np.unique(x[:, feature])
        for low, high in zip(values, values[1:]):
            threshold = low / 2 + high / 2
            left = x[:, feature] <= threshold
            impurity = (spread(w[left].sum(), ones[left].sum()) + spread(w[~left].sum(), ones[~left].sum())) / total
            if impurity < lowest - 1e-12:
                lowest, best = impurity, (feature, float(threshold), float(impurity))
    return best
