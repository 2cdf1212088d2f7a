"""Misconception: the load of an expert is what it took.
Shown to the learner: What it took never exceeds its capacity, so once experts are full the loss no longer sees how crowded they are, and stops pulling just when it is needed. The shares count what was asked for.
Must fail: the_loss_counts_what_was_asked
"""

import numpy as np


def route(logits: np.ndarray, k: int, capacity: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    n, e = logits.shape
    wide = logits.astype(np.float64)
    p = np.exp(wide - wide.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    experts = np.argsort(-wide, kind="stable")[:, :k]

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
    balance = e * (np.bincount(experts[kept], minlength=e) / (n * k)) @ p.mean(axis=0)
    return weights.astype(logits.dtype), experts, np.where(kept, slots, -1), float(balance)
