"""Misconception: |x|² - 2xq + |q|² is the same and faster.
Shown to the learner: For vectors with a large common part all three terms are huge and nearly cancel: at 1e8 no digit of a distance below 1 is left, and some come out negative. Subtract first, then square.
Must fail: differences_before_squares
"""

import heapq
from collections.abc import Iterable
from typing import Any

import numpy as np


def k_nearest(query: np.ndarray, stream: Iterable[tuple[np.ndarray, Any]], k: int) -> list[tuple[Any, float]]:
    """The k records nearest to the query with their squared distances, nearest first, ties by arrival.

    O(n log k) time for n vectors, O(k) memory: whoever is not among the k nearest so far never will be again.
    """
    nearest: list[tuple[float, int, Any]] = []  # heap of (-squared, -position, record): the one to drop first is on top
    for position, (vector, record) in enumerate(stream):
        wide, point = vector.astype(np.float64), query.astype(np.float64)
        squared = float(wide @ wide - 2 * (wide @ point) + point @ point)
        if np.isnan(squared):
            raise ValueError(f"vector {position} has a NaN")
        entry = (-squared, -position, record)  # positions differ, so records are never compared
        if len(nearest) < k:
            heapq.heappush(nearest, entry)
        else:
            heapq.heappushpop(nearest, entry)
    return [(record, -negated) for negated, _, record in sorted(nearest, reverse=True)]
