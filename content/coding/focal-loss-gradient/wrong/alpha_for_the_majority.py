"""Misconception: alpha belongs to the frequent class.
Shown to the learner: Alpha is the weight of y = 1. That it is 0.25, below one half, surprises: gamma already silences the easy majority so much that alpha corrects the other way.
Must fail: agrees
"""
import numpy as np


def focal_loss(logits, y, gamma=2.0, alpha=0.25):
    sign, a = np.where(y, 1.0, -1.0), np.where(y, 1 - alpha, alpha)
    m = sign * logits.astype(np.float64)
    log_right, log_miss = -np.logaddexp(0, -m), -np.logaddexp(0, m)
    factor = np.exp(gamma * log_miss)
    loss = -(a * factor * log_right).mean()
    slope = a * factor * (gamma * np.exp(log_right) * log_right - np.exp(log_miss))
    return float(loss), (sign * slope / logits.size).astype(logits.dtype)
