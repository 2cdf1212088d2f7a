"""Misconception: places are counted for each rank of choice from 0.
Shown to the learner: First and second choices lie in the same buffer. Counted apart, two tokens get one slot, one overwrites the other, and an expert takes up to k times its capacity. The second rank goes on where the first one stopped.
Must fail: first_choices_come_first
"""

import numpy as np


def place_within(asked, e):
    by_expert = np.argsort(asked, kind="stable")
    counts = np.bincount(asked, minlength=e)
    place = np.empty_like(asked)
    place[by_expert] = np.arange(len(asked)) - np.repeat(np.cumsum(counts) - counts, counts)
    return place


def route(logits: np.ndarray, k: int, capacity: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    n, e = logits.shape
    wide = logits.astype(np.float64)
    p = np.exp(wide - wide.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    experts = np.argsort(-wide, kind="stable")[:, :k]

    asked = experts.T.ravel()
    counts = np.bincount(asked, minlength=e)
    slots = np.stack([place_within(experts[:, rank], e) for rank in range(k)], axis=1)
    kept = slots < capacity

    chosen = np.take_along_axis(p, experts, axis=1)
    weights = np.where(kept, chosen / chosen.sum(axis=1, keepdims=True), 0)
    balance = e * (counts / (n * k)) @ p.mean(axis=0)
    return weights.astype(logits.dtype), experts, np.where(kept, slots, -1), float(balance)
