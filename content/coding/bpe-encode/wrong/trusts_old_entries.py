"""Misconception: an entry of the heap is good as long as its place is still in the list.
Shown to the learner: The place may be alive and hold another token by now, or have another neighbour. The entry then joins a pair that is not the one it was made for. Look up the pair that stands there now and compare ranks.
Must fail: taken_halves_are_gone
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
        if tokens[left] is None or tokens[right] is None:
            continue
        tokens[left], tokens[right] = 256 + rank, None
        after[left] = after[right]
        before[after[left]] = left
        for a, b in ((before[left], left), (left, after[left])):
            if (tokens[a], tokens[b]) in ranks:
                heappush(heap, (ranks[tokens[a], tokens[b]], a))
    return [token for token in tokens if token is not None]
