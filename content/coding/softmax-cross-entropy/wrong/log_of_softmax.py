"""Misconception: log(softmax(z)) is the same as log-softmax.
Shown to the learner: On paper. A gap of 750 between two logits makes the smaller probability exactly 0 and its log -inf, although the true loss is 750. Compute log p = z - logsumexp(z) and never take the log of a probability.
Must fail: confident_mistakes_are_finite
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
    z -= z.max(axis=1, keepdims=True)  # only differences matter, and exp of the largest is then 1
    log_p = np.log(np.exp(z) / np.exp(z).sum(axis=1, keepdims=True))
    target = (np.arange(len(labels)), labels)
    slope = np.exp(log_p)
    slope[target] -= 1
    grad[counts] = slope / len(labels)
    return float(-log_p[target].mean()), grad
