"""Misconception: multiplying by a mask of zeros afterwards removes the padding.
Shown to the learner: 0 * NaN is NaN. A padding row holds whatever the buffer held, so take it out, or replace it, before the arithmetic; a mask at the end comes too late.
Must fail: garbage_in_ignored_rows
"""
import numpy as np


def cross_entropy(logits, targets, ignore_index=-100):
    mask = (targets != ignore_index).astype(np.float64)
    labels = np.where(targets != ignore_index, targets, 0)
    if labels.min() < 0 or labels.max() >= logits.shape[1]:
        raise ValueError("bad target")
    rows = np.arange(len(labels))
    z = logits.astype(np.float64)
    z -= z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    n = max(mask.sum(), 1.0)
    loss = -(log_p[rows, labels] * mask).sum() / n
    grad = np.exp(log_p)
    grad[rows, labels] -= 1
    return float(loss), (grad * mask[:, None] / n).astype(logits.dtype)
