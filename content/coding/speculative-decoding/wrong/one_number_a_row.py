"""Misconception: one uniform number decides a whole row.
Shown to the learner: The number that let the first draft pass is small, so it lets the next pass too often, and the joint law of two tokens is off although each test looks right alone. Every position needs its own.
Must fail: whole_text_keeps_the_law
"""

import numpy as np


def verify(draft, q, p, rng):
    b, k = draft.shape
    rows = np.arange(b)
    pq = np.take_along_axis(q, draft[:, :, None], 2)[:, :, 0]
    pp = np.take_along_axis(p[:, :k], draft[:, :, None], 2)[:, :, 0]
    passed = rng.random((b, 1)) * pq < pp
    accepted = np.cumprod(passed, axis=1).sum(axis=1)
    q_open = np.concatenate([q, np.zeros_like(p[:, :1])], axis=1)[rows, accepted]
    p_open = p[rows, accepted]
    rest = np.maximum(p_open - q_open, 0)
    rest = np.where(rest.any(axis=1, keepdims=True), rest, p_open)
    ends = rest.cumsum(axis=1, dtype=np.float64)
    last = (ends <= rng.random((b, 1)) * ends[:, -1:]).sum(axis=1)
    tokens = np.full((b, k + 1), -1)
    kept = np.arange(k) < accepted[:, None]
    tokens[:, :k][kept] = draft[kept]
    tokens[rows, accepted] = last
    return tokens, accepted + 1
