"""Query by query over the visible keys alone: what is hidden is never touched, so nothing need be masked."""

import numpy as np


def attention(q, k, v, padding=None, causal=False):
    b, h, t, d = q.shape
    s, e = v.shape[2], v.shape[3]
    out = np.zeros((b, h, t, e), dtype=np.float64)
    for n in range(b):
        allowed = np.arange(s) if padding is None else np.flatnonzero(~padding[n])
        for i in range(t):
            keys = allowed[allowed <= i + s - t] if causal else allowed
            if len(keys) == 0:
                continue
            logits = np.einsum("hd,hsd->hs", q[n, :, i].astype(float), k[n][:, keys].astype(float)) * d**-0.5
            logits -= logits.max(axis=1)[:, None]
            p = np.exp(logits)
            out[n, :, i] = np.einsum("hs,hse->he", p, v[n][:, keys].astype(float)) / p.sum(axis=1)[:, None]
    return out.astype(q.dtype)
