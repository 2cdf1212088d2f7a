"""Misconception: after a rejection the large model simply draws its own token.
Shown to the learner: Accepted drafts have already given every token its share min(p, q). Drawing from p again favours the tokens that the small model likes, and the text leans towards the draft. Only what p has more than q is still owed.
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
    p_open = p[rows, accepted]
    ends = p_open.cumsum(axis=1, dtype=np.float64)
    last = (ends <= rng.random((b, 1)) * ends[:, -1:]).sum(axis=1)
    tokens = np.full((b, k + 1), -1)
    kept = np.arange(k) < accepted[:, None]
    tokens[:, :k][kept] = draft[kept]
    tokens[rows, accepted] = last
    return tokens, accepted + 1
