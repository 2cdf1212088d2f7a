"""Logarithms of uniforms against log ratios, the first rejection by argmax, and the last token by a race of exponentials."""

import numpy as np


def verify(draft, q, p, rng):
    b, k = draft.shape
    v = p.shape[2]
    row, column = np.indices((b, k))
    with np.errstate(divide="ignore"):
        log_ratio = np.log(p[row, column, draft]) - np.log(q[row, column, draft])
    rejected = -rng.exponential(size=(b, k)) >= log_ratio
    fails = np.column_stack([rejected, np.ones(b, dtype=bool)])
    stop = fails.argmax(axis=1)
    owed = p[np.arange(b), stop].astype(np.float64)
    cut = stop < k
    less = np.maximum(owed[cut] - q[cut, stop[cut]], 0)
    owed[cut] = np.where(less.sum(axis=1, keepdims=True) > 0, less, owed[cut])
    with np.errstate(divide="ignore"):
        last = (rng.exponential(size=(b, v)) / owed).argmin(axis=1)
    tokens = np.column_stack([draft, np.zeros(b, dtype=np.int64)])
    tokens[np.arange(b), stop] = last
    tokens[np.arange(k + 1) > stop[:, None]] = -1
    return tokens, stop + 1
