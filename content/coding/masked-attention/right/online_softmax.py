"""Keys in blocks, with a running maximum, sum and output: the whole row of scores never exists."""

import numpy as np

BLOCK = 4


def attention(q, k, v, padding=None, causal=False):
    b, h, t, d = q.shape
    s, e = v.shape[2], v.shape[3]
    top = np.full((b, h, t, 1), -np.inf)
    total, out = np.zeros((b, h, t, 1)), np.zeros((b, h, t, e))
    position = np.arange(t)[:, None] + (s - t)
    for start in range(0, s, BLOCK):
        block = slice(start, start + BLOCK)
        keys, values = k[:, :, block].astype(np.float64), v[:, :, block].astype(np.float64)
        scores = np.einsum("bhtd,bhsd->bhts", q.astype(np.float64), keys) / np.sqrt(d)
        if padding is not None:
            scores = np.where(padding[:, None, None, block], -np.inf, scores)
            values = np.where(padding[:, None, block, None], 0.0, values)
        if causal:
            scores = np.where(np.arange(s)[block] > position, -np.inf, scores)
        new_top = np.maximum(top, scores.max(axis=-1, keepdims=True))
        base = np.where(new_top == -np.inf, 0.0, new_top)
        weights, kept = np.exp(scores - base), np.exp(top - base)
        total = total * kept + weights.sum(axis=-1, keepdims=True)
        out = out * kept + weights @ values
        top = new_top
    return np.divide(out, total, out=np.zeros_like(out), where=total > 0).astype(q.dtype)
