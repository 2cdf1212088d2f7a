import numpy as np


def route(logits: np.ndarray, k: int, capacity: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    """Top-k routing with a capacity for each expert: weights, experts and slots (n, k), and the balance loss.

    logits : (n, e). An expert takes the first `capacity` of its askers, first choices before second ones.
    """
    raise NotImplementedError
