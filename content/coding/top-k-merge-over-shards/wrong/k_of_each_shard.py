"""Misconception: the best k can only come from the best k of each shard.
Shown to the learner: True, and two hundred shards then read two thousand hits for a page of ten. A shard whose best hit is poor need not be asked for its second.
Must fail: reads_what_decides
"""

import heapq
from itertools import islice


def top_k(shards, k):
    heads = [[(-score, number, place, document) for place, (score, document) in enumerate(islice(shard, k))]
             for number, shard in enumerate(shards)]
    best = {}
    for negative, _, _, document in heapq.merge(*heads):
        best.setdefault(document, -negative)
    return [(score, document) for document, score in best.items()][:k]
