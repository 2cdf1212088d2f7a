"""Each chunk is attended by itself and merged with what is known so far, by logaddexp."""

from functools import reduce

import numpy as np


def attend(q, chunks):
    def alone(chunk):
        k, v, seen = chunk
        scores = q.astype(float) @ k.astype(float).T / np.sqrt(q.shape[1])
        scores[~seen] = -np.inf
        lse = np.logaddexp.reduce(scores, axis=1)
        shares = np.exp(scores - np.where(np.isneginf(lse), 0, lse)[:, None])
        return shares @ v, lse

    return reduce(both, map(alone, chunks))


def merge(parts):
    return reduce(both, parts)


def both(first, second):
    """The second's share of the sum is a logistic function of the difference of the two log-sum-exps."""
    lse = np.logaddexp(first[1], second[1])
    base = np.where(np.isneginf(lse), 0, lse)
    shares = [np.exp(part[1] - base)[:, None] for part in (first, second)]
    return shares[0] * first[0] + shares[1] * second[0], lse
