import numpy as np


def cross_entropy(logits: np.ndarray, targets: np.ndarray, ignore_index: int = -100) -> tuple[float, np.ndarray]:
    """Mean negative log-likelihood over the rows that count, and its gradient softmax - onehot over their number."""
    counted = targets != ignore_index
    labels = targets[counted]
    if ((labels < 0) | (labels >= logits.shape[1])).any():
        raise ValueError(f"a target is neither one of {logits.shape[1]} classes nor {ignore_index}")
    grad = np.zeros_like(logits)
    if len(labels) == 0:
        return 0.0, grad
    z = logits[counted].astype(np.float64)
    z -= z.max(axis=1, keepdims=True)  # softmax sees differences only, and now the largest exponent is 0
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    target = (np.arange(len(labels)), labels)
    slope = np.exp(log_p)
    slope[target] -= 1
    grad[counted] = slope / len(labels)
    return float(-log_p[target].mean()), grad
