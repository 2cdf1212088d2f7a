"""Misconception: alpha is one factor for all rows.
Shown to the learner: Alpha weighs the class y = 1, and 1 - alpha the other. One factor for all rows only scales the learning rate.
Must fail: agrees
"""
import numpy as np


def focal_loss(logits, y, gamma=2.0, alpha=0.25):
    sign, a = np.where(y, 1.0, -1.0), alpha
    m = sign * logits.astype(np.float64)
    log_right, log_miss = -np.logaddexp(0, -m), -np.logaddexp(0, m)
    factor = np.exp(gamma * log_miss)
    loss = -(a * factor * log_right).mean()
    slope = a * factor * (gamma * np.exp(log_right) * log_right - np.exp(log_miss))
    return float(loss), (sign * slope / logits.size).astype(logits.dtype)
