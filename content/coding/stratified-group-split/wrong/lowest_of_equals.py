"""Misconception: among folds of equal cost the lowest one is as good as any.
Shown to the learner: A user whose classes no fold holds yet costs the same everywhere. The lowest fold then collects all such users while others stay empty. Look at the number of rows before the index.
Must fail: numbers_of_folds
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
    shares = counts / totals  # of each class, how much a group holds
    held = np.zeros((k, len(totals)))
    rows = np.zeros(k)
    fold_of = np.empty(len(ids), dtype=np.int64)
    for one in np.argsort(-sizes, kind="stable"):  # ids are in rising order already
        costs = held @ shares[one]  # (a + b)^2 - a^2 = 2 a b + b^2, of which b^2 is the same in every fold
        fold = np.flatnonzero(costs <= costs.min() + SAME)[0]
        held[fold] += shares[one]
        rows[fold] += sizes[one]
        fold_of[one] = fold
    return fold_of[group]
