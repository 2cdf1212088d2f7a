"""Misconception: folds of equal size have about equal shares of every class.
Shown to the learner: For frequent classes, yes. A rare class can sit in a few users, and all of them may land in one fold: the others then cannot measure it at all.
Must fail: rare_class_is_spread
"""

import numpy as np

SAME = 0.5e-12


def assign_folds(labels: np.ndarray, groups: np.ndarray, k: int) -> np.ndarray:
    """Fold of each row (n,): groups stay whole, and each fold holds about the same share of every class.

    Greedy, the largest group first. O(n log n) time for the counting, O(G k C) for G groups and C classes.
    """
    ids, group = np.unique(groups, return_inverse=True)
    _, label = np.unique(labels, return_inverse=True)
    if not 2 <= k <= len(ids):
        raise ValueError(f"{len(ids)} groups cannot make {k} folds")
    sizes, totals = np.bincount(group), np.bincount(label)
    counts = np.zeros((len(sizes), len(totals)))
    np.add.at(counts, (group, label), 1)
    shares = sizes[:, None] / len(labels)
    held = np.zeros((k, 1))
    rows = np.zeros(k)
    fold_of = np.empty(len(ids), dtype=np.int64)
    for one in np.argsort(-sizes, kind="stable"):  # ids are in rising order already
        costs = held @ shares[one]  # (a + b)^2 - a^2 = 2 a b + b^2, of which b^2 is the same in every fold
        cheapest = np.flatnonzero(costs <= costs.min() + SAME)
        fold = cheapest[rows[cheapest].argmin()]
        held[fold] += shares[one]
        rows[fold] += sizes[one]
        fold_of[one] = fold
    return fold_of[group]
