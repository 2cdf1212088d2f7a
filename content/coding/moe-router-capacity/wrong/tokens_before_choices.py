"""Misconception: the queue is in the order of tokens, each with its choices one after the other.
Shown to the learner: Then a token's second choice, which it needs least, takes the place of a later token's first. All first choices ask before any second one: put the axis of choices in front before you count.
Must fail: first_choices_come_first
"""

import numpy as np


def route(logits: np.ndarray, k: int, capacity: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    n, e = logits.shape
    wide = logits.astype(np.float64)
    p = np.exp(wide - wide.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    experts = np.argsort(-wide, kind="stable")[:, :k]

    asked = experts.ravel()
    by_expert = np.argsort(asked, kind="stable")
    counts = np.bincount(asked, minlength=e)
    starts = np.cumsum(counts) - counts
    place = np.empty_like(asked)
    place[by_expert] = np.arange(n * k) - np.repeat(starts, counts)
    slots = place.reshape(n, k)
    kept = slots < capacity

    chosen = np.take_along_axis(p, experts, axis=1)
    weights = np.where(kept, chosen / chosen.sum(axis=1, keepdims=True), 0)
    balance = e * (counts / (n * k)) @ p.mean(axis=0)
    return weights.astype(logits.dtype), experts, np.where(kept, slots, -1), float(balance)
