"""Misconception: a library call answers the question.
Shown to the learner: The prompt says NumPy only, because the interviewer wants to see how the log-softmax stays finite. Write the shift by the row's maximum yourself; it is one line.
Must fail: forbid
"""
import numpy as np
from scipy.special import log_softmax


def cross_entropy(logits, targets, ignore_index=-100):
    counted = targets != ignore_index
    labels = targets[counted]
    if ((labels < 0) | (labels >= logits.shape[1])).any():
        raise ValueError("bad target")
    grad = np.zeros_like(logits)
    if not counted.any():
        return 0.0, grad
    log_p = log_softmax(logits[counted].astype(np.float64), axis=1)
    target = (np.arange(len(labels)), labels)
    p = np.exp(log_p)
    p[target] -= 1
    grad[counted] = p / len(labels)
    return float(-log_p[target].mean()), grad
