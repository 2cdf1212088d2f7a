import numpy as np


def e_step(
    x: np.ndarray, weights: np.ndarray, means: np.ndarray, variances: np.ndarray
) -> tuple[np.ndarray, float]:
    """Responsibilities (n, k) of the components for the points, and the log-likelihood of all points."""
    raise NotImplementedError


def m_step(
    x: np.ndarray, shares: np.ndarray, means: np.ndarray, variances: np.ndarray, floor: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """New weights (k,), means (k, d) and variances (k, d); a component with a total share below 1e-8 keeps its last two."""
    raise NotImplementedError


def fit(
    x: np.ndarray, weights: np.ndarray, means: np.ndarray, variances: np.ndarray, floor: float, rounds: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray, list[float]]:
    """Weights, means and variances after so many rounds, and rounds + 1 log-likelihoods."""
    raise NotImplementedError
