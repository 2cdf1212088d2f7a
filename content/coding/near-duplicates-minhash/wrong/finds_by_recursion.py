"""Misconception: the way to the root is short, so a function may call itself along it.
Shown to the learner: Until it is first walked, a chain of copies is as deep as it is long, and the interpreter stops a recursion after about a thousand calls. Walk to the root in a loop.
Must fail: long_chains
"""

from collections import defaultdict
from itertools import combinations

import numpy as np


def shingles(words: list[str], k: int) -> set[tuple[str, ...]]:
    """All runs of k neighbouring words; all words together where there are fewer."""
    if not words:
        return set()
    return {tuple(words[i : i + k]) for i in range(max(len(words) - k + 1, 1))}


def jaccard(a: set, b: set) -> float:
    """Size of the intersection over size of the union; two empty sets are the same."""
    union = len(a | b)
    return len(a & b) / union if union else 1.0


def signatures(sets: list[set[int]], a: np.ndarray, b: np.ndarray, p: int) -> np.ndarray:
    """MinHash (Broder, 1997) of each set, int64 (n, h): the smallest hash of its members under each function."""
    smallest = np.full((len(sets), len(a)), p)
    for row, members in enumerate(sets):
        if members:
            x = np.fromiter(members, dtype=np.int64)
            smallest[row] = ((x[:, None] * a + b) % p).min(axis=0)
    return smallest


def estimate(s: np.ndarray, t: np.ndarray) -> float:
    """Share of equal places of two signatures, an unbiased estimate of the Jaccard similarity."""
    return float((s == t).mean())


def candidate_pairs(signatures: np.ndarray, bands: int) -> list[tuple[int, int]]:
    """Pairs (i, j), i < j, of documents that agree in a whole band."""
    pairs: set[tuple[int, int]] = set()
    for band in np.hsplit(signatures, bands):
        buckets = defaultdict(list)
        for document, places in enumerate(band.tolist()):
            buckets[tuple(places)].append(document)
        for bucket in buckets.values():
            pairs.update(combinations(bucket, 2))
    return sorted(pairs)


def representatives(n, pairs, sizes):
    parent = list(range(n))

    def find(d):
        if parent[d] != d:
            parent[d] = find(parent[d])
        return parent[d]

    for pair in pairs:
        stays, goes = sorted(map(find, pair), key=lambda r: (-sizes[r], r))
        parent[goes] = stays
    return [find(d) for d in range(n)]
