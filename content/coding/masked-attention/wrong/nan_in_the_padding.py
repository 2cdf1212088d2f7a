"""Misconception: a weight of zero removes whatever the value is.
Shown to the learner: 0 * NaN is NaN. Buffers that are not cleared hold anything, so the padded values must be replaced before the products.
Must fail: garbage_in_the_padding
"""
import numpy as np


def attention(q, k, v, padding=None, causal=False):
    t, s, d = q.shape[2], k.shape[2], q.shape[3]
    seen = np.tri(t, s, k=s - t, dtype=bool) if causal else np.ones((t, s), dtype=bool)
    if padding is not None:
        seen = seen & ~padding[:, None, None, :]
    scores = np.where(seen, q @ k.mT / d**0.5, -np.inf)
    top = scores.max(axis=3, keepdims=True)
    weights = np.exp(scores - np.where(np.isfinite(top), top, 0))
    total = weights.sum(axis=3, keepdims=True)
    return (weights @ v / np.where(total == 0, 1, total)).astype(q.dtype)
