"""Misconception: a generator seeded with 0 inside the function makes the sample repeatable.
Shown to the learner: It makes it constant. Every day, and every shard, picks the same places of its stream, and averaging over runs averages nothing. Take chance from the generator you were given, and from nowhere else.
Must fail: same_generator_same_sample
"""
import heapq

import numpy as np


def reservoir_sample(stream, k, rng):
    rng = np.random.default_rng(0)
    sample = []
    for before, item in enumerate(stream):
        if before < k:
            sample.append(item)
        elif (slot := rng.integers(before + 1)) < k:
            sample[slot] = item
    return sample


def weighted_sample(stream, k, rng):
    rng = np.random.default_rng(0)
    heap = []
    for position, (item, weight) in enumerate(stream):
        if not weight >= 0:
            raise ValueError(weight)
        if weight > 0:
            heapq.heappush(heap, (-rng.standard_exponential() / weight, position, item))
        if len(heap) > k:
            heapq.heappop(heap)
    return [item for _, _, item in heap]
