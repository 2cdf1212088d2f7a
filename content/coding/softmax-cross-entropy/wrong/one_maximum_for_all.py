"""Misconception: one maximum for the whole batch is enough against overflow.
Shown to the learner: It stops the overflow and starts an underflow: a row whose logits lie 1000 below the batch's maximum becomes all zeros, and its loss infinite. Each row needs its own maximum.
Must fail: rows_are_independent
"""
import numpy as np


def cross_entropy(logits: np.ndarray, targets: np.ndarray, ignore_index: int = -100) -> tuple[float, np.ndarray]:
    """Mean negative log-likelihood over the rows that count, and its gradient softmax - onehot over their number."""
    counts = targets != ignore_index
    labels = targets[counts]
    if ((labels < 0) | (labels >= logits.shape[1])).any():
        raise ValueError(f"a target is neither a class nor {ignore_index}")
    grad = np.zeros_like(logits)
    if len(labels) == 0:
        return 0.0, grad
    z = logits[counts].astype(np.float64)
    z -= z.max()  # only differences matter, and exp of the largest is then 1
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    target = (np.arange(len(labels)), labels)
    slope = np.exp(log_p)
    slope[target] -= 1
    grad[counts] = slope / len(labels)
    return float(-log_p[target].mean()), grad
