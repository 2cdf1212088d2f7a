"""Misconception: tied items share the rank of the first of them.
Shown to the learner: Then a block of a hundred ties counts a hundred times with the discount of its first rank, and the value can exceed 1. The items of a block occupy as many ranks as there are items.
Must fail: constant_model
"""

import numpy as np


def ndcg_at_k(relevance: np.ndarray, scores: np.ndarray, k: int) -> float:
    """NDCG at k of one query, equal scores in random order; nan where no item has a gain. O(n log n)."""
    gains = np.exp2(relevance.astype(np.float64)) - 1
    discounts = _discounts(len(gains), k)
    best = np.sort(gains)[::-1] @ discounts
    if best == 0:
        return float("nan")
    # Within a block of equal scores every item is as likely at every rank, so each rank expects the block's mean gain.
    ahead = np.searchsorted(np.sort(-scores), -scores, side="left")
    return float(gains @ np.append(discounts, 0)[ahead] / best)


def mean_ndcg_at_k(queries: list[tuple[np.ndarray, np.ndarray]], k: int) -> float:
    """Mean NDCG at k over the queries that have one; nan if none has."""
    values = [ndcg_at_k(relevance, scores, k) for relevance, scores in queries]
    told = [value for value in values if not np.isnan(value)]
    return float(np.mean(told)) if told else float("nan")


def _discounts(n: int, k: int) -> np.ndarray:
    """Discount of each of n ranks, 0 beyond rank k."""
    ranks = np.arange(1, n + 1)
    return np.where(ranks <= k, 1 / np.log2(ranks + 1), 0)
