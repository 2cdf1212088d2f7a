"""Misconception: read the stream into a list, then let NumPy choose.
Shown to the learner: The list is the thing that does not fit. A sample can be kept right at every moment while the stream goes by, in memory for k items.
Must fail: uniform_in_constant_memory
"""
import heapq


def reservoir_sample(stream, k, rng):
    items = list(stream)
    return [items[i] for i in rng.choice(len(items), min(k, len(items)), replace=False)] if items else []


def weighted_sample(stream, k, rng):
    heap = []
    for position, (item, weight) in enumerate(stream):
        if not weight >= 0:
            raise ValueError(weight)
        if weight > 0:
            heapq.heappush(heap, (-rng.standard_exponential() / weight, position, item))
        if len(heap) > k:
            heapq.heappop(heap)
    return [item for _, _, item in heap]
