"""Heads of a group on an axis of their own, contracted by einsum."""

import numpy as np


def grouped_query_attention(q, k, v, causal=True):
    b, h, t, d = q.shape
    g, s = k.shape[1], k.shape[2]
    if h % g != 0:
        raise ValueError("query heads must be a multiple of key-value heads")
    dtype = np.float64 if q.dtype == np.float64 else np.float32
    q_, k_, v_ = (part.astype(dtype, copy=False) for part in (q, k, v))
    grouped = q_.reshape(b, g, h // g, t, d)
    scores = np.einsum("bgrtd,bgsd->bgrts", grouped, k_, optimize=True) / np.sqrt(d).astype(dtype)
    if causal:
        hidden = np.triu(np.ones((t, s), dtype=bool), k=s - t + 1)
        scores[..., hidden] = -np.inf
    scores -= scores.max(axis=-1)[..., None]
    weights = np.exp(scores)
    out = np.einsum("bgrts,bgse->bgrte", weights, v_, optimize=True) / weights.sum(axis=-1)[..., None]
    return out.reshape(b, h, t, v.shape[-1]).astype(q.dtype)
