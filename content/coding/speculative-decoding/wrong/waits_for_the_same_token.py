"""Misconception: the large model draws its own token, and the draft is accepted if they agree.
Shown to the learner: The text has the right law, but two samplers that agree perfectly on the distribution still draw different tokens: acceptance is the sum of p times q, not the overlap, the sum of min(p, q). Most of the speed-up is lost.
Must fail: acceptance_is_the_overlap
"""

import numpy as np


def verify(draft, q, p, rng):
    b, k = draft.shape
    ends = p.cumsum(axis=2, dtype=np.float64)
    own = (ends <= rng.random((b, k + 1, 1)) * ends[:, :, -1:]).sum(axis=2)
    agreed = np.cumprod(own[:, :k] == draft, axis=1).sum(axis=1)
    return np.where(np.arange(k + 1) <= agreed[:, None], own, -1), agreed + 1
