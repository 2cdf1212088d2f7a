"""Misconception: every query sees at least one key.
Shown to the learner: A sentence of padding, or a causal query before the first key, has only -inf as scores. Its maximum is -inf, -inf minus -inf is nan, and the nan spreads through the residual stream. Shift such a row by 0, and divide it by 1.
Must fail: a_query_that_sees_nothing
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
    top = scores.max(axis=3, keepdims=True)
    weights = np.exp(scores - top)
    total = weights.sum(axis=3, keepdims=True)
    return (weights @ v / total).astype(q.dtype)
