import numpy as np


def derivatives(raw: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """First and second derivative, each (n,) float64, of every row's log-loss in its raw score."""
    raise NotImplementedError


def split_gain(
    g: np.ndarray, h: np.ndarray, left: np.ndarray, lam: float, gamma: float, min_child_weight: float
) -> float:
    """What a leaf gains when its rows, derivatives g and h, are split by the mask `left`; -inf if not allowed."""
    raise NotImplementedError


def boost(
    raw: np.ndarray, y: np.ndarray, leaf: np.ndarray, n_leaves: int, lam: float, learning_rate: float
) -> tuple[np.ndarray, np.ndarray]:
    """Values (n_leaves,) of the leaves, shrunk by the learning rate, and the raw scores (n,) with them added."""
    raise NotImplementedError
