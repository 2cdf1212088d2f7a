"""Misconception: sort everything and cut: the shards are short.
Shown to the learner: Every hit costs its shard a disk access, and some shards never stop. Only the next hit of each shard can be the next result.
Must fail: reads_what_decides
"""

def top_k(shards, k):
    from itertools import islice

    hits = sorted(
        ((-score, number, place, document) for number, shard in enumerate(shards)
         for place, (score, document) in enumerate(islice(shard, 10_000))),
    )
    best = {}
    for negative, _, _, document in hits:
        best.setdefault(document, -negative)
    return [(score, document) for document, score in best.items()][:k]
