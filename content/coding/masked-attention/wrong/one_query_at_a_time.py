"""Misconception: a loop over the queries costs little, the work is in the products.
Shown to the learner: For short sentences the work is in starting NumPy calls, some ten microseconds a query. A batch holds hundreds of thousands of (sentence, head, query) rows: take them together, and let broadcasting carry the masks.
Must fail: many_sentences_at_once
"""
import numpy as np


def attention(q, k, v, padding=None, causal=False):
    b, h, t, d = q.shape
    s, e = v.shape[2], v.shape[3]
    out = np.zeros((b, h, t, e), dtype=q.dtype)
    for n in range(b):
        allowed = np.arange(s) if padding is None else np.flatnonzero(~padding[n])
        for head in range(h):
            for i in range(t):
                keys = allowed[allowed <= i + s - t] if causal else allowed
                if len(keys) == 0:
                    continue
                scores = k[n, head, keys].astype(np.float64) @ q[n, head, i].astype(np.float64) / np.sqrt(d)
                weights = np.exp(scores - scores.max())
                out[n, head, i] = weights / weights.sum() @ v[n, head, keys]
    return out
