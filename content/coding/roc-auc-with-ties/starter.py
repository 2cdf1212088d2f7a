import numpy as np


def roc_auc(labels: np.ndarray, scores: np.ndarray) -> float:
    """Probability that a positive outscores a negative, ties counting one half.

    labels : (n,) of 0 and 1; scores : (n,) floats.
    Raises ValueError for a single class and for NaN scores.
    """
    raise NotImplementedError
