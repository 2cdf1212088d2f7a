"""Misconception: the padding may be zeroed where it stands, it is garbage anyway.
Shown to the learner: The arrays are the caller's: views of a cache that another request, or another layer with other padding, reads next. Replace the padding in a copy, as np.where does.
Must fail: dtypes_and_strides
"""
import numpy as np


def attention(q, k, v, padding=None, causal=False):
    t, s, d = q.shape[2], k.shape[2], q.shape[3]
    seen = np.tri(t, s, k=s - t, dtype=bool) if causal else np.ones((t, s), dtype=bool)
    if padding is not None:
        seen = seen & ~padding[:, None, None, :]
        k.swapaxes(1, 2)[padding] = 0
        v.swapaxes(1, 2)[padding] = 0
    scores = np.where(seen, q @ k.mT / d**0.5, -np.inf)
    top = scores.max(axis=3, keepdims=True)
    weights = np.exp(scores - np.where(np.isfinite(top), top, 0))
    total = weights.sum(axis=3, keepdims=True)
    return (weights @ v / np.where(total == 0, 1, total)).astype(q.dtype)
