"""The queue as a running count over a one-hot table, rank by rank, with the lengths of the queues carried over."""

import numpy as np


def route(logits, k, capacity):
    n, e = logits.shape
    z = np.asarray(logits, dtype=float)
    z = z - z.max(axis=1)[:, None]
    p = np.exp(z) / np.exp(z).sum(axis=1)[:, None]
    left, length, share = z.copy(), np.zeros(e, dtype=np.int64), np.zeros(e)
    experts, slots = np.empty((n, k), dtype=np.int64), np.empty((n, k), dtype=np.int64)
    taken = np.zeros((n, e), dtype=bool)
    for rank in range(k):
        best = np.argmax(np.where(taken, -np.inf, left), axis=1)
        one_hot = best[:, None] == np.arange(e)
        taken |= one_hot
        running = one_hot.cumsum(axis=0) - 1 + length
        experts[:, rank] = best
        slots[:, rank] = running[np.arange(n), best]
        length = length + one_hot.sum(axis=0)
        share += one_hot.mean(axis=0) / k
    top = p[np.arange(n)[:, None], experts]
    weights = top / top.sum(axis=1)[:, None]
    dropped = slots >= capacity
    weights[dropped], slots[dropped] = 0, -1
    return weights.astype(logits.dtype), experts, slots, e * float((share * p.mean(axis=0)).sum())
