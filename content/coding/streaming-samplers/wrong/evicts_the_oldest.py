"""Misconception: when the newcomer is accepted with the right probability, it does not matter who leaves.
Shown to the learner: Who leaves must be drawn evenly from the sample. Letting the oldest go accepts at the right rate and still forgets the morning.
Must fail: every_set_is_equally_likely
"""
import heapq


def reservoir_sample(stream, k, rng):
    sample, oldest = [], 0
    for before, item in enumerate(stream):
        if before < k:
            sample.append(item)
        elif rng.random() < k / (before + 1):
            sample[oldest] = item
            oldest = (oldest + 1) % k
    return sample


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
