"""Distinct words as tuples, counts rebuilt only for changed words, the best pair found by buckets of equal counts."""

from collections import Counter
from itertools import pairwise


def pairs_of(parts):
    return Counter(pairwise(parts))


def train_bpe(words, merges):
    corpus = [[tuple(word), count] for word, count in words.items()]
    where, counts, buckets = {}, Counter(), {}

    def move(pair, change):
        old = counts[pair]
        if old > 0:
            buckets[old].discard(pair)
        counts[pair] = old + change
        if counts[pair] > 0:
            buckets.setdefault(counts[pair], set()).add(pair)

    for index, (parts, count) in enumerate(corpus):
        for pair, times in pairs_of(parts).items():
            move(pair, times * count)
            where.setdefault(pair, set()).add(index)
    learnt = []
    top = max(buckets, default=0)
    while len(learnt) < merges:
        while top > 1 and not buckets.get(top):
            top -= 1
        if top < 2:
            break
        best = min(buckets[top])
        learnt.append(best)
        for index in list(where[best]):
            parts, count = corpus[index]
            joined, at = [], 0
            while at < len(parts):
                if parts[at : at + 2] == best:
                    joined.append(best[0] + best[1])
                    at += 2
                else:
                    joined.append(parts[at])
                    at += 1
            corpus[index][0] = tuple(joined)
            for pair, times in pairs_of(parts).items():
                move(pair, -times * count)
                where[pair].discard(index)
            for pair, times in pairs_of(joined).items():
                move(pair, times * count)
                where.setdefault(pair, set()).add(index)
                top = max(top, counts[pair])
    return learnt
