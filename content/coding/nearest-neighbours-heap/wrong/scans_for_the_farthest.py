"""Misconception: k is small, so looking through the kept ones for the farthest costs nothing.
Shown to the learner: It costs k steps for every arrival that gets in; with k in the thousands and vectors that come nearer and nearer, that is n times k. A heap has the farthest on top.
Must fail: grows_like_a_heap
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
        difference = vector.astype(np.float64) - query
        squared = float(difference @ difference)
        if np.isnan(squared):
            raise ValueError(f"vector {position} has a NaN")
        nearest.append((-squared, -position, record))
        if len(nearest) > k:
            nearest.remove(min(nearest))
    return [(record, -negated) for negated, _, record in sorted(nearest, reverse=True)]
