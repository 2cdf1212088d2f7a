import numpy as np

SLACK = 1 - 1e-9  # an edge that is missed by rounding alone counts as reached


def distribution(logits: np.ndarray, temperature: float = 1.0, top_p: float = 1.0, min_p: float = 0.0) -> np.ndarray:
    """Probabilities (b, v) after temperature, top-p and min-p, in that order."""
    z = logits.astype(np.float64)
    best = z.max(axis=1, keepdims=True)
    if np.isneginf(best).any():
        raise ValueError("a row has no allowed token")
    if temperature == 0:
        greedy = np.zeros_like(z)
        greedy[np.arange(len(z)), z.argmax(axis=1)] = 1.0  # argmax takes the lowest index
        return greedy
    p = _normalised(np.exp((z - best) / temperature))
    kept = p >= min_p * p.max(axis=1, keepdims=True) * SLACK
    if top_p < 1:
        kept &= _nucleus(p, top_p)
    return _normalised(np.where(kept, p, 0.0))


def sample(
    logits: np.ndarray,
    rng: np.random.Generator,
    temperature: float = 1.0,
    top_p: float = 1.0,
    min_p: float = 0.0,
) -> np.ndarray:
    """One token a row, integers (b,), by the inverse of each row's cumulative distribution."""
    ends = distribution(logits, temperature, top_p, min_p).cumsum(axis=1)
    at = rng.random((len(ends), 1)) * ends[:, -1:]  # below the last end, also where that is not quite 1
    return (ends <= at).sum(axis=1)  # tokens of probability 0 end where their neighbour does: they are passed over


def _nucleus(p: np.ndarray, top_p: float) -> np.ndarray:
    """Mask (b, v) of the shortest prefix by falling probability that holds top_p."""
    order = np.argsort(-p, kind="stable")
    ranked = np.take_along_axis(p, order, 1)
    before = ranked.cumsum(axis=1) - ranked  # a token is needed as long as those before it do not reach top_p
    kept = np.empty(p.shape, dtype=bool)
    np.put_along_axis(kept, order, before < top_p * SLACK, 1)
    return kept


def _normalised(weights: np.ndarray) -> np.ndarray:
    return weights / weights.sum(axis=1, keepdims=True)
