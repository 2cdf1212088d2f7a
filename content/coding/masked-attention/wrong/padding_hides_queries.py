"""Misconception: the padding mask belongs to the queries.
Shown to the learner: It says which keys may not be seen. Masking the rows of padded queries instead leaves the padded keys visible to everybody.
Must fail: hidden_keys_do_not_matter
"""
import numpy as np


def attention(q, k, v, padding=None, causal=False):
    t, s, d = q.shape[2], k.shape[2], q.shape[3]
    seen = np.tri(t, s, k=s - t, dtype=bool) if causal else np.ones((t, s), dtype=bool)
    if padding is not None:
        seen = seen & ~np.resize(padding, (len(q), t))[:, None, :, None]
        hidden = padding[:, None, :, None]
        k, v = np.where(hidden, 0, k), np.where(hidden, 0, v)
    scores = np.where(seen, q @ k.mT / d**0.5, -np.inf)
    top = scores.max(axis=3, keepdims=True)
    weights = np.exp(scores - np.where(np.isfinite(top), top, 0))
    total = weights.sum(axis=3, keepdims=True)
    return (weights @ v / np.where(total == 0, 1, total)).astype(q.dtype)
