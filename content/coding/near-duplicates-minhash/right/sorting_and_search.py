"""Bands by sorting rows, groups by a search through the graph of pairs, signatures one function at a time."""

import numpy as np


def shingles(words, k):
    runs = set(zip(*(words[i:] for i in range(k))))
    if not runs and words:
        runs.add(tuple(words))
    return runs


def jaccard(a, b):
    shared = sum(1 for item in a if item in b)
    total = len(a) + len(b) - shared
    return 1.0 if total == 0 else shared / total


def signatures(sets, a, b, p):
    functions = list(zip(a.tolist(), b.tolist()))
    rows = [[min(((u * x + v) % p for x in members), default=p) for u, v in functions] for members in sets]
    return np.array(rows, dtype=np.int64).reshape(len(sets), len(functions))


def estimate(s, t):
    return sum(int(x == y) for x, y in zip(s, t)) / len(s)


def candidate_pairs(signatures, bands):
    n, h = signatures.shape
    width = h // bands
    found = []
    for start in range(0, h, width):
        part = signatures[:, start : start + width]
        order = np.lexsort(part.T)
        same = (part[order][1:] == part[order][:-1]).all(axis=1)
        for run in np.split(order, np.flatnonzero(~same) + 1):
            members = sorted(run.tolist())
            found += [(x, y) for at, x in enumerate(members) for y in members[at + 1 :]]
    return sorted(set(found))


def representatives(n, pairs, sizes):
    neighbours = [[] for _ in range(n)]
    for i, j in pairs:
        neighbours[i].append(j)
        neighbours[j].append(i)
    answer = [None] * n
    for start in sorted(range(n), key=lambda document: (-sizes[document], document)):
        if answer[start] is not None:
            continue
        answer[start], waiting = start, [start]
        while waiting:
            for other in neighbours[waiting.pop()]:
                if answer[other] is None:
                    answer[other] = start
                    waiting.append(other)
    return answer
