"""Misconception: masking after the exponential is as good, if the sum is taken over what is left.
Shown to the learner: On paper. In floats the maximum was then taken over hidden keys too: one hidden score 800 above the visible ones makes them all underflow, and the row comes out as zeros. Set hidden scores to -inf first.
Must fail: hidden_scores_do_not_count
"""
import numpy as np


def attention(q, k, v, padding=None, causal=False):
    t, s, d = q.shape[2], k.shape[2], q.shape[3]
    seen = np.tri(t, s, k=s - t, dtype=bool) if causal else np.ones((t, s), dtype=bool)
    if padding is not None:
        seen = seen & ~padding[:, None, None, :]
        hidden = padding[:, None, :, None]
        k, v = np.where(hidden, 0, k), np.where(hidden, 0, v)
    scores = q @ k.mT / d**0.5
    top = scores.max(axis=3, keepdims=True)
    weights = np.exp(scores - top) * seen
    total = weights.sum(axis=3, keepdims=True)
    return (weights @ v / np.where(total == 0, 1, total)).astype(q.dtype)
