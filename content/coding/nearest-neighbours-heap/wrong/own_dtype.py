"""Misconception: NumPy takes care of the dtype.
Shown to the learner: It keeps it: a difference of two int8 vectors wraps round at 128, and so does its square. The nearest vector then is any vector. Convert before subtracting.
Must fail: quantised_vectors
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
        difference = vector - query
        squared = float(difference @ difference)
        if np.isnan(squared):
            raise ValueError(f"vector {position} has a NaN")
        entry = (-squared, -position, record)  # positions differ, so records are never compared
        if len(nearest) < k:
            heapq.heappush(nearest, entry)
        else:
            heapq.heappushpop(nearest, entry)
    return [(record, -negated) for negated, _, record in sorted(nearest, reverse=True)]
