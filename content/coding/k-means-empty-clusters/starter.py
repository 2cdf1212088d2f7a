import numpy as np


def kmeans(
    points: np.ndarray, centres: np.ndarray, max_iterations: int = 100
) -> tuple[np.ndarray, np.ndarray, list[float]]:
    """Lloyd's algorithm in which no cell stays empty.

    points : (n, d) floats or integers; centres : (k, d) where to start, k <= n (else ValueError).
    Returns centres (k, d) float64, labels (n,) integers, and the inertia after each update.
    """
    raise NotImplementedError
