"""Walks through the sorted items block by block, with sums of discounts."""

from math import log2, nan

import numpy as np


def ndcg_at_k(relevance, scores, k):
    items = sorted(zip(scores.tolist(), relevance.tolist(), strict=True), key=lambda item: -item[0])
    gains = [2.0**grade - 1 for _, grade in items]
    best = sum(gain / log2(rank + 2) for rank, gain in enumerate(sorted(gains, reverse=True)[:k]))
    if best == 0:
        return nan
    expected, start = 0.0, 0
    while start < min(k, len(items)):
        end = start + 1
        while end < len(items) and items[end][0] == items[start][0]:
            end += 1
        mean = sum(gains[start:end]) / (end - start)
        expected += mean * sum(1 / log2(rank + 2) for rank in range(start, min(end, k)))
        start = end
    return expected / best


def mean_ndcg_at_k(queries, k):
    values = np.array([ndcg_at_k(*query, k) for query in queries])
    values = values[~np.isnan(values)]
    return float(values.sum() / len(values)) if len(values) else nan
