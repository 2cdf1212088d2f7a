import numpy as np


def distribution(logits: np.ndarray, temperature: float = 1.0, top_p: float = 1.0, min_p: float = 0.0) -> np.ndarray:
    """Probabilities (b, v) after temperature, top-p and min-p, in that order.

    logits : (b, v) floats, -inf for a banned token. Raises ValueError for a row without any allowed token.
    """
    raise NotImplementedError


def sample(
    logits: np.ndarray,
    rng: np.random.Generator,
    temperature: float = 1.0,
    top_p: float = 1.0,
    min_p: float = 0.0,
) -> np.ndarray:
    """One token a row, integers (b,), drawn from `distribution`."""
    raise NotImplementedError
