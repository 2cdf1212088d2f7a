"""Both samples as the k smallest of random keys, through heapq.nsmallest; uniform is weighted with equal weights."""

from heapq import nsmallest
from math import log1p
from operator import itemgetter


def reservoir_sample(stream, k, rng):
    return weighted_sample(((item, 1.0) for item in stream), k, rng)


def weighted_sample(stream, k, rng):
    return [item for _, item in nsmallest(k, arrivals(stream, rng), key=itemgetter(0))]


def arrivals(stream, rng):
    for item, weight in stream:
        if not weight >= 0:
            raise ValueError(weight)
        if weight > 0:
            yield -log1p(-rng.random()) / weight, item
