import numpy as np


def focal_loss(logits: np.ndarray, y: np.ndarray, gamma: float = 2.0, alpha: float = 0.25) -> tuple[float, np.ndarray]:
    """Mean focal loss and its gradient in the logits (Lin et al., 2017), stable for every finite logit.

    Both classes are one case in the margin m, the logit in favour of the true class. log p_t = -log(1 + e^-m) and
    log(1 - p_t) = -log(1 + e^m) are computed apart, so that neither is the log of a number that rounded to 0.
    """
    sign = np.where(y, 1.0, -1.0)
    weight = np.where(y, alpha, 1 - alpha)
    margin = sign * logits.astype(np.float64)
    log_right = -np.logaddexp(0.0, -margin)
    log_miss = -np.logaddexp(0.0, margin)
    modulated = weight * np.exp(gamma * log_miss)
    loss = -(modulated * log_right).mean()
    slope = modulated * (gamma * np.exp(log_right) * log_right - np.exp(log_miss))
    return float(loss), (sign * slope / logits.size).astype(logits.dtype)
