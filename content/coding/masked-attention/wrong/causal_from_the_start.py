"""Misconception: the causal mask is the lower triangle.
Shown to the learner: Only when there are as many queries as keys. With cached keys the queries are the last t of s positions: the triangle must be shifted by s - t, or the newest token sees only the oldest keys.
Must fail: cached_keys_are_seen
"""
import numpy as np


def attention(q, k, v, padding=None, causal=False):
    t, s, d = q.shape[2], k.shape[2], q.shape[3]
    seen = np.tri(t, s, dtype=bool) if causal else np.ones((t, s), dtype=bool)
    if padding is not None:
        seen = seen & ~padding[:, None, None, :]
        hidden = padding[:, None, :, None]
        k, v = np.where(hidden, 0, k), np.where(hidden, 0, v)
    scores = np.where(seen, q @ k.mT / d**0.5, -np.inf)
    top = scores.max(axis=3, keepdims=True)
    weights = np.exp(scores - np.where(np.isfinite(top), top, 0))
    total = weights.sum(axis=3, keepdims=True)
    return (weights @ v / np.where(total == 0, 1, total)).astype(q.dtype)
