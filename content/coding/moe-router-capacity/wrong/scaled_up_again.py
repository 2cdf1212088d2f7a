"""Misconception: the weights of a token must sum to one over the experts that took it.
Shown to the learner: Then the one expert that was left speaks as loudly as two, and a token's output depends on how full the others were. The weights are fixed before anybody is dropped; what is dropped goes by the residual.
Must fail: dropped_choices_do_not_count
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
    chosen = np.where(kept, chosen, 0)
    weights = chosen / np.maximum(chosen.sum(axis=1, keepdims=True), 1e-300)
    balance = e * (counts / (n * k)) @ p.mean(axis=0)
    return weights.astype(logits.dtype), experts, np.where(kept, slots, -1), float(balance)
