"""Misconception: among equal pairs the order of replacement makes no difference.
Shown to the learner: Where equal pairs overlap it does: aaa is aa + a from the left and a + aa from the right. The trainer counted and joined from the left, and the encoder has to agree.
Must fail: overlaps_go_from_the_left
"""

from heapq import heapify, heappop, heappush
from itertools import pairwise


def encode(data, merges):
    ranks = {pair: rank for rank, pair in enumerate(merges)}
    n = len(data)
    tokens = [*data, None]
    before, after = list(range(-1, n)), list(range(1, n + 1))
    heap = [(ranks[pair], -at) for at, pair in enumerate(pairwise(data)) if pair in ranks]
    heapify(heap)
    while heap:
        rank, left = heappop(heap)
        left = -left
        right = after[left] if left < n else n
        if ranks.get((tokens[left], tokens[right])) != rank:
            continue
        tokens[left], tokens[right] = 256 + rank, None
        after[left] = after[right]
        before[after[left]] = left
        for a, b in ((before[left], left), (left, after[left])):
            if (tokens[a], tokens[b]) in ranks:
                heappush(heap, (ranks[tokens[a], tokens[b]], -a))
    return [token for token in tokens if token is not None]
