"""Misconception: min-p is the smallest probability that a token may have.
Shown to the learner: An absolute bound empties a flat row, where every token is improbable, until only the best is left, and lets rubbish through on a sure one. The bound of min-p scales with the most probable token of the row.
Must fail: min_p_is_relative
"""

import numpy as np


def distribution(logits, temperature=1.0, top_p=1.0, min_p=0.0):
    z = logits.astype(np.float64)
    best = z.max(axis=1, keepdims=True)
    if np.isneginf(best).any():
        raise ValueError("no allowed token")
    if temperature == 0:
        greedy = np.zeros_like(z)
        greedy[np.arange(len(z)), z.argmax(axis=1)] = 1.0
        return greedy
    p = np.exp((z - best) / temperature)
    p /= p.sum(axis=1, keepdims=True)
    if top_p < 1:
        order = np.argsort(-p, axis=1, kind="stable")
        ranked = np.take_along_axis(p, order, axis=1)
        total = ranked.cumsum(axis=1)
        kept = np.empty(p.shape, dtype=bool)
        np.put_along_axis(kept, order, total - ranked < top_p * (1 - 1e-9), axis=1)
    else:
        kept = np.ones(p.shape, dtype=bool)
    kept &= p >= min_p * (1 - 1e-9)
    kept[np.arange(len(p)), p.argmax(axis=1)] = True
    p = np.where(kept, p, 0.0)
    return p / p.sum(axis=1, keepdims=True)


def sample(logits, rng, temperature=1.0, top_p=1.0, min_p=0.0):
    ends = distribution(logits, temperature, top_p, min_p).cumsum(axis=1)
    at = rng.random((len(ends), 1)) * ends[:, -1:]
    return (ends <= at).sum(axis=1)
