"""Misconception: the mean of nothing will be 0.
Shown to the learner: The mean of an empty array is nan, and one nan reaches every weight in the next step. A batch of padding only must give loss 0 and gradient 0.
Must fail: all_rows_ignored
"""
import numpy as np


def cross_entropy(logits: np.ndarray, targets: np.ndarray, ignore_index: int = -100) -> tuple[float, np.ndarray]:
    """Mean negative log-likelihood over the rows that count, and its gradient softmax - onehot over their number."""
    counts = targets != ignore_index
    labels = targets[counts]
    if ((labels < 0) | (labels >= logits.shape[1])).any():
        raise ValueError(f"a target is neither a class nor {ignore_index}")
    grad = np.zeros_like(logits)
    z = logits[counts].astype(np.float64)
    z -= z.max(axis=1, keepdims=True)  # only differences matter, and exp of the largest is then 1
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    target = (np.arange(len(labels)), labels)
    slope = np.exp(log_p)
    slope[target] -= 1
    grad[counts] = slope / len(labels)
    return float(-log_p[target].mean()), grad
