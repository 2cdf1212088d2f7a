"""Draws how many items to pass over instead of one number an item: algorithm L, and exponential jumps (A-ExpJ)."""

import heapq
from itertools import islice

import numpy as np


def reservoir_sample(stream, k, rng):
    stream = iter(stream)
    sample = list(islice(stream, k))
    if not sample or len(sample) < k:
        return sample
    largest = 0.0  # logarithm of the largest of the k uniform keys that the sample stands for
    while True:
        largest += np.log1p(-rng.random()) / k
        passed_over = np.floor(np.log1p(-rng.random()) / np.log1p(-np.exp(largest)))
        newcomer = next(islice(stream, int(passed_over), None), stream)
        if newcomer is stream:
            return sample
        sample[rng.integers(k)] = newcomer


def weighted_sample(stream, k, rng):
    arrivals = []  # heap of (-time, position, item)
    patience = None  # weight that still passes by before somebody arrives earlier than the latest of the sample
    for position, (item, weight) in enumerate(stream):
        if np.isnan(weight) or weight < 0:
            raise ValueError("weights are zero or positive")
        if weight == 0 or k == 0:
            continue
        if len(arrivals) < k:
            heapq.heappush(arrivals, (-rng.exponential() / weight, position, item))
        else:
            patience -= weight
            if patience > 0:
                continue
            latest = -arrivals[0][0]
            # an exponential time, given that it is earlier than the latest
            time = -np.log1p(rng.random() * np.expm1(-latest * weight)) / weight
            heapq.heapreplace(arrivals, (-time, position, item))
        if len(arrivals) == k:
            patience = rng.exponential() / -arrivals[0][0]
    return [entry[2] for entry in arrivals]
