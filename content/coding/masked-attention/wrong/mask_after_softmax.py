"""Misconception: zeroing the masked weights after the softmax hides the keys.
Shown to the learner: The remaining weights no longer sum to one: the output shrinks by what the masked keys had taken. Mask the scores, before the softmax.
Must fail: hidden_keys_do_not_matter
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
    weights = np.exp(scores - np.where(np.isfinite(top), top, 0))
    total = weights.sum(axis=3, keepdims=True)
    return (weights * seen @ v / np.where(total == 0, 1, total)).astype(q.dtype)
