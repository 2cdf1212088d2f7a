"""Misconception: a total that is right on paper compares right in floats.
Shown to the learner: The sum 0.5 + 0.2 + 0.1 comes out one rounding below or above 0.8, and one more token slips in on one machine and not on the other. The contract gives the edges a slack of one in a billion: use it.
Must fail: edges_survive_rounding
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
        np.put_along_axis(kept, order, total - ranked < top_p, axis=1)
    else:
        kept = np.ones(p.shape, dtype=bool)
    kept &= p >= min_p * p.max(axis=1, keepdims=True)
    p = np.where(kept, p, 0.0)
    return p / p.sum(axis=1, keepdims=True)


def sample(logits, rng, temperature=1.0, top_p=1.0, min_p=0.0):
    ends = distribution(logits, temperature, top_p, min_p).cumsum(axis=1)
    at = rng.random((len(ends), 1)) * ends[:, -1:]
    return (ends <= at).sum(axis=1)
