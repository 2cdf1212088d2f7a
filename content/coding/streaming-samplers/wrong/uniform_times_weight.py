"""Misconception: a random number times the weight favours heavy items, so the largest products are the sample.
Shown to the learner: It favours them by another law. With weights 1 and 3 the lighter one should win a single draw in 1 of 4 cases; u × w lets it win in 1 of 6. Exponential arrival times E / w, equivalently u^(1/w), give exactly w / sum.
Must fail: one_draw_is_proportional
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
            heapq.heappush(heap, (rng.random() * weight, position, item))
        if len(heap) > k:
            heapq.heappop(heap)
    return [item for _, _, item in heap]
