"""One sequence and one position at a time, with the ratio p / q and the library's draw from a list of probabilities."""

import numpy as np


def verify(draft, q, p, rng):
    b, k = draft.shape
    tokens = np.full((b, k + 1), -1, dtype=np.int64)
    lengths = np.empty(b, dtype=np.int64)
    for row in range(b):
        text = _row(draft[row].tolist(), q[row].astype(np.float64), p[row].astype(np.float64), rng)
        tokens[row, : len(text)] = text
        lengths[row] = len(text)
    return tokens, lengths


def _row(draft, q, p, rng):
    for at, token in enumerate(draft):
        ratio = p[at, token] / q[at, token]
        if ratio < 1 and rng.random() >= ratio:
            owed = np.clip(p[at] - q[at], 0, None)
            return [*draft[:at], _drawn(owed if owed.sum() > 0 else p[at], rng)]
    return [*draft, _drawn(p[-1], rng)]


def _drawn(weights, rng):
    return rng.choice(len(weights), p=weights / weights.sum())
