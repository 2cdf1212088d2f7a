import numpy as np


def verify(draft: np.ndarray, q: np.ndarray, p: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Tokens (b, k + 1), padded with -1, and their number (b,): speculative sampling (Leviathan et al., 2023).

    A row that accepts everything is no special case at the end: nothing was proposed there, so q is 0 and the positive
    part of p - q is p itself.
    """
    b, k = draft.shape
    rows, places = np.arange(b), np.arange(k)
    chance = rng.random((b, k))
    passed = chance * q[rows[:, None], places, draft] < p[rows[:, None], places, draft]  # strict: p = 0 never passes
    accepted = np.cumprod(passed, axis=1).sum(axis=1)  # up to the first rejection

    target = p[rows, accepted].astype(np.float64)
    owed = target.copy()
    rejected = accepted < k
    owed[rejected] -= q[rejected, accepted[rejected]]
    owed = owed.clip(min=0)
    owed = np.where(owed.any(axis=1, keepdims=True), owed, target)

    tokens = np.full((b, k + 1), -1)
    tokens[:, :k] = np.where(places < accepted[:, None], draft, -1)
    tokens[rows, accepted] = _drawn(owed, rng)
    return tokens, accepted + 1


def _drawn(weights: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """One index a row, proportional to weights (b, v), which need not sum to 1."""
    ends = weights.cumsum(axis=1)
    at = rng.random((len(ends), 1)) * ends[:, -1:]
    return (ends <= at).sum(axis=1)  # weights of 0 end where their neighbour does: they are passed over
