"""One sentence at a time, with its visible keys alone: padding is never touched, so nothing of it need be masked."""

import numpy as np


def attention(q, k, v, padding=None, causal=False):
    b, h, t, d = q.shape
    s, e = v.shape[2], v.shape[3]
    out = np.zeros((b, h, t, e), dtype=q.dtype)
    for n in range(b):
        places = np.arange(s) if padding is None else np.flatnonzero(~padding[n])
        if len(places) == 0:
            continue
        scores = q[n].astype(np.float64) @ k[n][:, places].astype(np.float64).transpose(0, 2, 1) * d**-0.5
        if causal:
            scores[:, places[None, :] > np.arange(t)[:, None] + s - t] = -np.inf
        some = scores.max(axis=2) > -np.inf
        weights = np.zeros_like(scores)
        weights[some] = np.exp(scores[some] - scores[some].max(axis=1, keepdims=True))
        weights[some] /= weights[some].sum(axis=1, keepdims=True)
        out[n] = weights @ v[n][:, places].astype(np.float64)
    return out
