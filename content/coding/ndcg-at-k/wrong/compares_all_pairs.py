"""Misconception: the expected discount of an item follows from how many items beat it and how many tie.
Shown to the learner: It does, but counting them by comparing every pair is quadratic. One sort puts equal scores next to each other.
Must fail: grows_like_a_sort
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
    expected = np.empty(len(gains))
    sums = np.concatenate([[0.0], np.cumsum(discounts)])
    for item, score in enumerate(scores):
        ahead, level = np.count_nonzero(scores > score), np.count_nonzero(scores == score)
        expected[item] = (sums[ahead + level] - sums[ahead]) / level
    return float(gains @ expected / best)


def mean_ndcg_at_k(queries: list[tuple[np.ndarray, np.ndarray]], k: int) -> float:
    """Mean NDCG at k over the queries that have one; nan if none has."""
    values = [ndcg_at_k(relevance, scores, k) for relevance, scores in queries]
    told = [value for value in values if not np.isnan(value)]
    return float(np.mean(told)) if told else float("nan")


def _discounts(n: int, k: int) -> np.ndarray:
    """Discount of each of n ranks, 0 beyond rank k."""
    ranks = np.arange(1, n + 1)
    return np.where(ranks <= k, 1 / np.log2(ranks + 1), 0)
