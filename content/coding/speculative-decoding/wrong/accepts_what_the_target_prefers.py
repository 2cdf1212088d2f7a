"""Misconception: a draft is good when the large model gives it at least as much as the small one.
Shown to the learner: That is a hard threshold. A token with p a little below q is then never accepted, and since it is not in the positive part either, it becomes rarer than the large model wants. Accept with probability p / q.
Must fail: one_draft_token
"""

import numpy as np


def verify(draft, q, p, rng):
    b, k = draft.shape
    rows = np.arange(b)
    pq = np.take_along_axis(q, draft[:, :, None], 2)[:, :, 0]
    pp = np.take_along_axis(p[:, :k], draft[:, :, None], 2)[:, :, 0]
    passed = pp >= pq
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
