"""heapq.merge reads a stream's next hit only when it is asked for more: the loop just has to stop in time."""

import heapq


def top_k(shards, k):
    if k <= 0:
        return []
    found = {}
    keyed = [labelled(number, shard) for number, shard in enumerate(shards)]
    for negative, _, document in heapq.merge(*keyed, key=lambda entry: entry[:2]):
        if document not in found:
            found[document] = -negative
        if len(found) == k:
            break
    return [(score, document) for document, score in found.items()]


def labelled(number, shard):
    """Hits as (-score, number of the shard, document), still one at a time."""
    for score, document in shard:
        yield -score, number, document
