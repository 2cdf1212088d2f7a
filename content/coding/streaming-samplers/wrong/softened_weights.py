"""Misconception: a small constant keeps the division by the weight safe and changes nothing.
Shown to the learner: It changes everything below that constant. Weight zero, which says never, becomes possible, and weights of 1e-12 all become equal. Skip zero; divide by the others as they are.
Must fail: zero_weight_is_never_drawn
"""
import heapq

def reservoir_sample(stream, k, rng):
    sample = []
    for before, item in enumerate(stream):
        if before < k:
            sample.append(item)
        elif (slot := rng.integers(before + 1)) < k:
            sample[slot] = item
    return sample


def weighted_sample(stream, k, rng):
    heap = []
    for position, (item, weight) in enumerate(stream):
        if not weight >= 0:
            raise ValueError(weight)
        heapq.heappush(heap, (-rng.standard_exponential() / (weight + 1e-9), position, item))
        if len(heap) > k:
            heapq.heappop(heap)
    return [item for _, _, item in heap]
