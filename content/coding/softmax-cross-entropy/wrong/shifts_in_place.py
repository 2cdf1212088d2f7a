"""Misconception: the shift by the maximum may be done in the caller's array, since softmax does not notice it.
Shown to the learner: Softmax does not, but the caller does: `-=` on an argument changes the logits that metrics, a second loss or the backward pass read next. Shift a copy.
Must fail: dtype_and_inputs_are_kept
"""
import numpy as np


def cross_entropy(logits, targets, ignore_index=-100):
    counted = targets != ignore_index
    labels = targets[counted]
    if ((labels < 0) | (labels >= logits.shape[1])).any():
        raise ValueError("bad target")
    grad = np.zeros_like(logits)
    if not counted.any():
        return 0.0, grad
    logits -= logits.max(axis=1, keepdims=True)
    z = logits[counted].astype(np.float64)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    target = (np.arange(len(labels)), labels)
    p = np.exp(log_p)
    p[target] -= 1
    grad[counted] = p / len(labels)
    return float(-log_p[target].mean()), grad
