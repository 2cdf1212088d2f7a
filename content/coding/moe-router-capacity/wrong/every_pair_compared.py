"""Misconception: counting earlier askers by comparing all pairs is vectorised, so it is fast.
Shown to the learner: A table of all pairs is quadratic in time and memory: 100,000 tokens make ten thousand million comparisons. No Python loop is not the same as little work. Sort once, and each expert's askers lie together.
Must fail: no_table_of_pairs
"""

import numpy as np


def route(logits: np.ndarray, k: int, capacity: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    n, e = logits.shape
    wide = logits.astype(np.float64)
    p = np.exp(wide - wide.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    experts = np.argsort(-wide, kind="stable")[:, :k]

    asked = experts.T.ravel()
    counts = np.bincount(asked, minlength=e)
    earlier = np.tri(n * k, k=-1, dtype=bool) & (asked[:, None] == asked)
    slots = earlier.sum(axis=1).reshape(k, n).T
    kept = slots < capacity

    chosen = np.take_along_axis(p, experts, axis=1)
    weights = np.where(kept, chosen / chosen.sum(axis=1, keepdims=True), 0)
    balance = e * (counts / (n * k)) @ p.mean(axis=0)
    return weights.astype(logits.dtype), experts, np.where(kept, slots, -1), float(balance)
