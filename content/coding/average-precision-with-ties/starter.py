import numpy as np


def average_precision(labels: np.ndarray, scores: np.ndarray, weights: np.ndarray | None = None) -> float:
    """Sum over the distinct scores, highest first, of the gain in recall times the precision there.

    labels : (n,) of 0 and 1; scores : (n,) floats; weights : (n,) not negative, or None for ones.
    Raises ValueError without positives, for a NaN score, and for a negative or NaN weight.
    """
    raise NotImplementedError
