"""Misconception: temperature 0 is safely replaced by a very small number.
Shown to the learner: A small temperature removes the losers and still splits the mass among the tokens that tie for the first place, so greedy decoding is random there. Temperature 0 means one token: the first of the largest.
Must fail: zero_temperature_is_greedy
"""

import numpy as np


def distribution(logits, temperature=1.0, top_p=1.0, min_p=0.0):
    z = logits.astype(np.float64)
    best = z.max(axis=1, keepdims=True)
    if np.isneginf(best).any():
        raise ValueError("no allowed token")
    temperature = max(temperature, 1e-8)
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
    kept &= p >= min_p * p.max(axis=1, keepdims=True) * (1 - 1e-9)
    p = np.where(kept, p, 0.0)
    return p / p.sum(axis=1, keepdims=True)


def sample(logits, rng, temperature=1.0, top_p=1.0, min_p=0.0):
    ends = distribution(logits, temperature, top_p, min_p).cumsum(axis=1)
    at = rng.random((len(ends), 1)) * ends[:, -1:]
    return (ends <= at).sum(axis=1)
