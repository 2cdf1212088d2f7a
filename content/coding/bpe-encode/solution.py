from heapq import heapify, heappop, heappush
from itertools import pairwise


def encode(data: bytes, merges: list[tuple[int, int]]) -> list[int]:
    """Tokens of one piece by byte-pair encoding (Sennrich et al., 2016), in O(n log n + m).

    The tokens form a linked list over the places of the bytes, and a heap of (rank, place) holds the pairs. Entries
    grow old; one is believed only if the pair that stands at its place now has its rank.
    """
    ranks = {pair: rank for rank, pair in enumerate(merges)}
    tokens: list[int | None] = [*data, None]  # None ends the list on both sides, since index -1 is the last one
    before = list(range(-1, len(data)))
    after = list(range(1, len(tokens)))
    heap = [(ranks[pair], place) for place, pair in enumerate(pairwise(data)) if pair in ranks]
    heapify(heap)
    while heap:
        rank, left = heappop(heap)
        right = after[left]
        if ranks.get((tokens[left], tokens[right])) != rank:
            continue
        tokens[left], tokens[right] = 256 + rank, None  # the pair lives on in its left place
        after[left] = after[right]
        before[after[left]] = left
        for first, second in ((before[left], left), (left, after[left])):
            pair = tokens[first], tokens[second]
            if pair in ranks:
                heappush(heap, (ranks[pair], first))
    return [token for token in tokens if token is not None]
