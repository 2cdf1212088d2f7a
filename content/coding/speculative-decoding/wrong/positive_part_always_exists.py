"""Misconception: a rejection proves that p exceeds q somewhere.
Shown to the learner: On paper it does, since both sum to 1. In float32 a row can hold 1.0 and 1e-9: the small token is rejected, nothing is left, and the normalisation divides 0 by 0. Fall back to p.
Must fail: nothing_left_after_rounding
"""

import numpy as np


def verify(draft, q, p, rng):
    b, k = draft.shape
    rows = np.arange(b)
    pq = np.take_along_axis(q, draft[:, :, None], 2)[:, :, 0]
    pp = np.take_along_axis(p[:, :k], draft[:, :, None], 2)[:, :, 0]
    passed = rng.random((b, k)) * pq < pp
    accepted = np.cumprod(passed, axis=1).sum(axis=1)
    q_open = np.concatenate([q, np.zeros_like(p[:, :1])], axis=1)[rows, accepted]
    p_open = p[rows, accepted]
    rest = np.maximum(p_open - q_open, 0)
    rest = rest / rest.sum(axis=1, keepdims=True)
    ends = rest.cumsum(axis=1, dtype=np.float64)
    last = (ends <= rng.random((b, 1)) * ends[:, -1:]).sum(axis=1)
    tokens = np.full((b, k + 1), -1)
    kept = np.arange(k) < accepted[:, None]
    tokens[:, :k][kept] = draft[kept]
    tokens[rows, accepted] = last
    return tokens, accepted + 1
