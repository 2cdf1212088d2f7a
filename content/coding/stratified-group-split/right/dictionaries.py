"""Counts in dictionaries, exact costs in fractions; no arrays until the end."""

from collections import Counter, defaultdict
from fractions import Fraction

import numpy as np


def assign_folds(labels, groups, k):
    rows = defaultdict(Counter)
    totals = Counter()
    for label, group in zip(labels.tolist(), groups.tolist(), strict=True):
        rows[group][label] += 1
        totals[label] += 1
    if k < 2 or k > len(rows):
        raise ValueError("impossible number of folds")
    folds = [Counter() for _ in range(k)]
    home = {}
    for group in sorted(rows, key=lambda one: (-rows[one].total(), one)):
        home[group] = min(
            range(k), key=lambda fold: (cost(folds[fold], rows[group], totals), folds[fold].total(), fold)
        )
        folds[home[group]] += rows[group]
    return np.array([home[group] for group in groups.tolist()], dtype=np.int64)


def cost(fold, group, totals):
    """By how much the squares of the shares grow, exactly."""
    return sum(
        Fraction((fold[label] + count) ** 2 - fold[label] ** 2, totals[label] ** 2) for label, count in group.items()
    )
