"""Reads blocks of 128 vectors, measures a block at once, and sifts through a heap written by hand."""

from itertools import islice

import numpy as np


def k_nearest(query, stream, k):
    rows, heap, seen = iter(stream), [], 0
    while block := list(islice(rows, 128)):
        table = np.stack([vector for vector, _ in block]).astype(float)
        squared = np.square(table - query).sum(axis=1)
        if np.isnan(squared).any():
            raise ValueError("NaN")
        for value, (_, record) in zip(squared.tolist(), block):
            offer(heap, (value, seen, record), k)
            seen += 1
    heap.sort(key=lambda entry: (entry[0], entry[1]))
    return [(record, value) for value, _, record in heap]


def after(a, b):
    """Whether entry a comes after entry b in the result."""
    return (a[0], a[1]) > (b[0], b[1])


def offer(heap, entry, k):
    if len(heap) < k:
        heap.append(entry)
        at = len(heap) - 1
        while at and after(heap[at], heap[(at - 1) // 2]):
            heap[at], heap[(at - 1) // 2] = heap[(at - 1) // 2], heap[at]
            at = (at - 1) // 2
        return
    if not heap or after(entry, heap[0]):
        return
    at, heap[0] = 0, entry
    while 2 * at + 1 < len(heap):
        child = 2 * at + 1
        if child + 1 < len(heap) and after(heap[child + 1], heap[child]):
            child += 1
        if not after(heap[child], heap[at]):
            return
        heap[at], heap[child] = heap[child], heap[at]
        at = child
