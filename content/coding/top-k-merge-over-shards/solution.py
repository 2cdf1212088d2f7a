import heapq
from collections.abc import Iterable

Hit = tuple[float, str]


def top_k(shards: list[Iterable[Hit]], k: int) -> list[Hit]:
    """The k best hits of all shards, each document once, reading no more of any stream than decides.

    The heap holds the next hit of each shard, and (-score, shard) orders them: O(log s) for each hit that is used.
    """
    if k == 0:
        return []
    streams = [iter(shard) for shard in shards]
    heads: list[tuple[float, int, Hit]] = []

    def refill(shard: int) -> None:
        for hit in streams[shard]:
            heapq.heappush(heads, (-hit[0], shard, hit))  # a shard has one hit here, so hits are never compared
            return

    for shard in range(len(streams)):
        refill(shard)
    result: list[Hit] = []
    seen: set[str] = set()
    while heads:
        _, shard, hit = heapq.heappop(heads)
        if hit[1] not in seen:
            seen.add(hit[1])
            result.append(hit)
        if len(result) == k:
            break
        refill(shard)
    return result
