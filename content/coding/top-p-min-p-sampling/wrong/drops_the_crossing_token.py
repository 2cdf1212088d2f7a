"""Misconception: top-p keeps the tokens whose running total does not exceed top_p.
Shown to the learner: That prefix holds less than top_p, and on a sure row it holds nothing, so the code needs a special case for the best token. Keep the shortest prefix that reaches top_p: the token that crosses the edge belongs to it.
Must fail: the_crossing_token_stays
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
        inside = total <= top_p * (1 + 1e-9)
        inside[:, 0] = True
        np.put_along_axis(kept, order, inside, axis=1)
    else:
        kept = np.ones(p.shape, dtype=bool)
    kept &= p >= min_p * p.max(axis=1, keepdims=True) * (1 - 1e-9)
    p = np.where(kept, p, 0.0)
    return p / p.sum(axis=1, keepdims=True)


def sample(logits, rng, temperature=1.0, top_p=1.0, min_p=0.0):
    ends = distribution(logits, temperature, top_p, min_p).cumsum(axis=1)
    at = rng.random((len(ends), 1)) * ends[:, -1:]
    return (ends <= at).sum(axis=1)
