from collections.abc import Iterator

import numpy as np


def attend(
    q: np.ndarray, chunks: Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]
) -> tuple[np.ndarray, np.ndarray]:
    """Exact attention (t, e) and log-sum-exp of the scores (t,) in one pass over chunks of keys and values."""
    raise NotImplementedError


def merge(parts: list[tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, np.ndarray]:
    """Attention over the keys of all parts."""
    raise NotImplementedError
