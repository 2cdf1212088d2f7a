import heapq
from collections.abc import Iterable
from typing import Any

import numpy as np


def reservoir_sample(stream: Iterable[Any], k: int, rng: np.random.Generator) -> list[Any]:
    """k items of the stream (all, if there are fewer), every set of k being equally likely.

    O(n) time, O(k) memory. Algorithm R: Vitter, "Random Sampling with a Reservoir", 1985.
    """
    sample: list[Any] = []
    for before, item in enumerate(stream):
        if before < k:
            sample.append(item)
            continue
        slot = rng.integers(before + 1)  # one of before + 1 items, the newcomer stays with probability k / (before + 1)
        if slot < k:
            sample[slot] = item
    return sample


def weighted_sample(stream: Iterable[tuple[Any, float]], k: int, rng: np.random.Generator) -> list[Any]:
    """k items drawn without replacement, each draw proportional to the weights of those left.

    Every item arrives at an exponential time of rate `weight`; the k earliest are the sample. O(n log k) time, O(k)
    memory. Algorithm A-Res: Efraimidis and Spirakis, "Weighted Random Sampling with a Reservoir", 2006.
    """
    earliest: list[tuple[float, int, Any]] = []  # a heap of (-arrival, position, item): the latest of them on top
    for position, (item, weight) in enumerate(stream):
        if not weight >= 0:
            raise ValueError(f"item {position} has weight {weight}")
        if weight == 0:
            continue
        entry = (-rng.standard_exponential() / weight, position, item)  # the position keeps items from being compared
        if len(earliest) < k:
            heapq.heappush(earliest, entry)
        elif earliest and entry > earliest[0]:
            heapq.heapreplace(earliest, entry)
    return [item for _, _, item in earliest]
