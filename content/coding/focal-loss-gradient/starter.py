import numpy as np


def focal_loss(logits: np.ndarray, y: np.ndarray, gamma: float = 2.0, alpha: float = 0.25) -> tuple[float, np.ndarray]:
    """Mean focal loss and its gradient in the logits.

    logits : floats of any shape. y : the same shape, 0 and 1 (1 is fraud). The gradient has the shape and dtype of logits.
    """
    raise NotImplementedError
