"""Misconception: one maximum for the whole array is enough against overflow.
Shown to the learner: It stops the overflow and starts an underflow: every row whose scores lie 750 below the largest of the batch becomes all zeros. Each row needs its own maximum.
Must fail: rows_have_their_own_scale
"""
import numpy as np


def attention(q, k, v, padding=None, causal=False):
    t, s, d = q.shape[2], k.shape[2], q.shape[3]
    seen = np.tri(t, s, k=s - t, dtype=bool) if causal else np.ones((t, s), dtype=bool)
    if padding is not None:
        seen = seen & ~padding[:, None, None, :]
        hidden = padding[:, None, :, None]
        k, v = np.where(hidden, 0, k), np.where(hidden, 0, v)
    scores = np.where(seen, q @ k.mT / d**0.5, -np.inf)
    top = scores.max()
    weights = np.exp(scores - np.where(np.isfinite(top), top, 0))
    total = weights.sum(axis=3, keepdims=True)
    return (weights @ v / np.where(total == 0, 1, total)).astype(q.dtype)
