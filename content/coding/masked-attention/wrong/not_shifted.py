"""Misconception: softmax of float64 scores cannot overflow in practice.
Shown to the learner: exp(710) overflows in float64 and exp(89) in float32, and queries and keys of norm 400 give scores of 80,000. Subtract the maximum of each row first; it changes nothing else.
Must fail: large_scores_do_not_overflow
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
    weights = np.exp(scores)
    total = weights.sum(axis=3, keepdims=True)
    return (weights @ v / np.where(total == 0, 1, total)).astype(q.dtype)
