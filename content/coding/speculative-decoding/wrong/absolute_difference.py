"""Misconception: the correction is proportional to how far the two models differ.
Shown to the learner: Where p is below q the small model has proposed the token too often already; drawing it again makes it worse. Only the positive part of p - q is owed.
Must fail: one_draft_token
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
    rest = np.abs(p_open - q_open)
    rest = np.where(rest.any(axis=1, keepdims=True), rest, p_open)
    ends = rest.cumsum(axis=1, dtype=np.float64)
    last = (ends <= rng.random((b, 1)) * ends[:, -1:]).sum(axis=1)
    tokens = np.full((b, k + 1), -1)
    kept = np.arange(k) < accepted[:, None]
    tokens[:, :k][kept] = draft[kept]
    tokens[rows, accepted] = last
    return tokens, accepted + 1
