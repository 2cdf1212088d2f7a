"""Misconception: the softmax keeps the order, so ranking by probability is the same.
Shown to the learner: It keeps the order only until it underflows. From 750 below the best on, every probability is exactly 0, that of an expert which is switched off too, and the lower index wins. Rank the logits.
Must fail: switched_off_experts
"""

import numpy as np


def route(logits: np.ndarray, k: int, capacity: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    n, e = logits.shape
    wide = logits.astype(np.float64)
    p = np.exp(wide - wide.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    experts = np.argsort(-p, kind="stable")[:, :k]

    asked = experts.T.ravel()
    by_expert = np.argsort(asked, kind="stable")
    counts = np.bincount(asked, minlength=e)
    starts = np.cumsum(counts) - counts
    place = np.empty_like(asked)
    place[by_expert] = np.arange(n * k) - np.repeat(starts, counts)
    slots = place.reshape(k, n).T
    kept = slots < capacity

    chosen = np.take_along_axis(p, experts, axis=1)
    weights = np.where(kept, chosen / chosen.sum(axis=1, keepdims=True), 0)
    balance = e * (counts / (n * k)) @ p.mean(axis=0)
    return weights.astype(logits.dtype), experts, np.where(kept, slots, -1), float(balance)
