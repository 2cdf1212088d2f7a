"""Misconception: with all drafts accepted the step is over.
Shown to the learner: The same pass of the large model has scored the position behind the last draft. Its distribution is there for nothing: draw one more token from it, so that each pass gives at least one token and at most k + 1.
Must fail: equal_models_accept_all
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
    rest = np.where(rest.any(axis=1, keepdims=True), rest, p_open)
    ends = rest.cumsum(axis=1, dtype=np.float64)
    last = (ends <= rng.random((b, 1)) * ends[:, -1:]).sum(axis=1)
    tokens = np.full((b, k + 1), -1)
    kept = np.arange(k) < accepted[:, None]
    tokens[:, :k][kept] = draft[kept]
    tokens[rows, accepted] = last
    tokens[:, k] = -1
    return tokens, np.minimum(accepted + 1, k)
