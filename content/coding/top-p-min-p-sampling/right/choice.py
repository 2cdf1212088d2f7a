"""Sorts with the mask in place of positions that scatter back, and leaves each row's draw to Generator.choice."""

import numpy as np


def distribution(logits, temperature=1.0, top_p=1.0, min_p=0.0):
    z = np.array(logits, dtype=np.float64)
    if (z == -np.inf).all(axis=1).any():
        raise ValueError("every token is banned")
    if temperature == 0:
        return (np.arange(z.shape[1]) == z.argmax(axis=1)[:, None]).astype(np.float64)
    z = (z - z.max(axis=1, keepdims=True)) / temperature
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    largest = p.max(axis=1, keepdims=True)
    if top_p < 1:
        order = np.lexsort((np.broadcast_to(np.arange(p.shape[1]), p.shape), -p), axis=1)
        place = order.argsort(axis=1)
        totals = np.take_along_axis(p, order, axis=1).cumsum(axis=1)
        size = 1 + (totals < top_p * (1 - 1e-9)).sum(axis=1, keepdims=True)
        p = p * (place < size)
    p = p * (p >= min_p * largest * (1 - 1e-9))
    return p / p.sum(axis=1, keepdims=True)


def sample(logits, rng, temperature=1.0, top_p=1.0, min_p=0.0):
    p = distribution(logits, temperature, top_p, min_p)
    return np.array([rng.choice(len(row), p=row) for row in p], dtype=np.int64)
