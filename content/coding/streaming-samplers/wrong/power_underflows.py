"""Misconception: the key u^(1/w) of the paper can be typed in as it stands.
Shown to the learner: For a weight of 1e-6 the power underflows to 0 for nearly every u, for 1e18 it rounds to 1: the keys tie and the weights no longer matter. Compare logarithms, log(u) / w, which is an exponential arrival time with its sign turned.
Must fail: scale_of_the_weights_does_not_matter
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
        if weight > 0:
            heapq.heappush(heap, (rng.random() ** (1 / weight), position, item))
        if len(heap) > k:
            heapq.heappop(heap)
    return [item for _, _, item in heap]
