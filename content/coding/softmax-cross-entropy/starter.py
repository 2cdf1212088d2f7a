import numpy as np


def cross_entropy(logits: np.ndarray, targets: np.ndarray, ignore_index: int = -100) -> tuple[float, np.ndarray]:
    """Mean negative log-likelihood of softmax(logits) over the rows that are not padding, and its gradient.

    logits : (n, k). targets : (n,), classes 0 … k-1 or ignore_index. The gradient has the shape and dtype of logits.
    """
    raise NotImplementedError
