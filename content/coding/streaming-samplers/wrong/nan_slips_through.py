"""Misconception: testing for weight < 0 catches every bad weight.
Shown to the learner: NaN < 0 is false, and so is every comparison with NaN: it enters the heap, is never the weakest, and breaks the order of the others. Ask for what is good, `weight >= 0`, and refuse the rest.
Must fail: bad_weights_are_refused
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
        if weight < 0:
            raise ValueError(weight)
        if weight == 0:
            continue
        heapq.heappush(heap, (-rng.standard_exponential() / weight, position, item))
        if len(heap) > k:
            heapq.heappop(heap)
    return [item for _, _, item in heap]
