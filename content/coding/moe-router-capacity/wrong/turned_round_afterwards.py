"""Misconception: a stable ascending sort read backwards is a stable descending one.
Shown to the learner: Reading backwards turns equal elements round as well, so of tied experts the last comes first. Negate the logits and sort upwards.
Must fail: ties_go_to_the_lower_expert
"""

import numpy as np


def route(logits: np.ndarray, k: int, capacity: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    n, e = logits.shape
    wide = logits.astype(np.float64)
    p = np.exp(wide - wide.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    experts = np.ascontiguousarray(np.argsort(wide, axis=1, kind="stable")[:, ::-1][:, :k])

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
