import numpy as np


def cross_entropy(logits: np.ndarray, targets: np.ndarray, ignore_index: int = -100) -> tuple[float, np.ndarray]:
    """Mean negative log-likelihood of softmax(logits) and its gradient.

    logits : (n, k); targets : (n,) of classes or ignore_index. The gradient has the shape and dtype of logits.
    """
    raise NotImplementedError
