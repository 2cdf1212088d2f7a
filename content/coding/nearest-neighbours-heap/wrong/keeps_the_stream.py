"""Misconception: read everything, sort, take the first k.
Shown to the learner: The list is what does not fit. Who is not among the k nearest so far can never be again, so k entries are enough at any moment.
Must fail: in_constant_memory
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
    return [(record, -negated) for negated, _, record in sorted(nearest, reverse=True)[:k]]
