"""Misconception: the list is short after the first merges, so reading it again costs little.
Shown to the learner: A round may join a single pair, so there can be nearly as many rounds as tokens, and each reads them all: quadratic. A merge changes two pairs; touch only those.
Must fail: grows_like_a_heap
"""

from itertools import pairwise


def encode(data, merges):
    ranks = {pair: rank for rank, pair in enumerate(merges)}
    tokens = list(data)
    while True:
        rank = min((ranks[pair] for pair in pairwise(tokens) if pair in ranks), default=None)
        if rank is None:
            return tokens
        out = []
        for token in tokens:
            if out and (out[-1], token) == merges[rank]:
                out[-1] = 256 + rank
            else:
                out.append(token)
        tokens = out
