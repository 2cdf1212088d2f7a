"""Misconception: the edge of the nucleus is a probability, so all tokens as probable as the last one stay.
Shown to the learner: Comparing with the probability of the last token lets in everything that ties with it: on a flat row top_p = 0.375 keeps the whole vocabulary. Select by place in the ranking, lowest index first at a tie.
Must fail: ties_at_the_edge_of_top_p
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
        last = (total - ranked < top_p * (1 - 1e-9)).sum(axis=1, keepdims=True) - 1
        kept = p >= np.take_along_axis(ranked, last, axis=1)
    else:
        kept = np.ones(p.shape, dtype=bool)
    kept &= p >= min_p * p.max(axis=1, keepdims=True) * (1 - 1e-9)
    p = np.where(kept, p, 0.0)
    return p / p.sum(axis=1, keepdims=True)


def sample(logits, rng, temperature=1.0, top_p=1.0, min_p=0.0):
    ends = distribution(logits, temperature, top_p, min_p).cumsum(axis=1)
    at = rng.random((len(ends), 1)) * ends[:, -1:]
    return (ends <= at).sum(axis=1)
