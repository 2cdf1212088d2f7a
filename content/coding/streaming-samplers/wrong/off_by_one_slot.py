"""Misconception: the newcomer draws its slot among the items that were there before it.
Shown to the learner: The newcomer is one of the items too. With `before` items already seen it must stay with probability k / (before + 1); drawing among `before` keeps late items too often, and the very first newcomer always.
Must fail: every_set_is_equally_likely
"""
import heapq


def reservoir_sample(stream, k, rng):
    sample = []
    for before, item in enumerate(stream):
        if before < k:
            sample.append(item)
        elif k and (slot := rng.integers(before)) < k:
            sample[slot] = item
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
