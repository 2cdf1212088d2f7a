"""Misconception: after a merge the new token has a new pair with what follows.
Shown to the learner: It has one with what stands before it, too. Without that, words grow to the right only, and merges such as a + bc are never found.
Must fail: new_pairs_on_both_sides
"""

from heapq import heapify, heappop, heappush
from itertools import pairwise


def encode(data, merges):
    ranks = {pair: rank for rank, pair in enumerate(merges)}
    n = len(data)
    tokens = [*data, None]
    before, after = list(range(-1, n)), list(range(1, n + 1))
    heap = [(ranks[pair], at) for at, pair in enumerate(pairwise(data)) if pair in ranks]
    heapify(heap)
    while heap:
        rank, left = heappop(heap)
        right = after[left] if left < n else n
        if ranks.get((tokens[left], tokens[right])) != rank:
            continue
        tokens[left], tokens[right] = 256 + rank, None
        after[left] = after[right]
        before[after[left]] = left
        for a, b in ((left, after[left]),):
            if (tokens[a], tokens[b]) in ranks:
                heappush(heap, (ranks[tokens[a], tokens[b]], a))
    return [token for token in tokens if token is not None]
