"""Misconception: the mean in the loss need not reach the gradient.
Shown to the learner: The gradient of a mean carries 1/n. Without it the step grows with the batch size, and a learning rate found at batch 64 diverges at 4096.
Must fail: gradient_is_the_loss_s_own
"""
import numpy as np


def focal_loss(logits, y, gamma=2.0, alpha=0.25):
    sign, a = np.where(y, 1.0, -1.0), np.where(y, alpha, 1 - alpha)
    m = sign * logits.astype(np.float64)
    log_right, log_miss = -np.logaddexp(0, -m), -np.logaddexp(0, m)
    factor = np.exp(gamma * log_miss)
    loss = -(a * factor * log_right).mean()
    slope = a * factor * (gamma * np.exp(log_right) * log_right - np.exp(log_miss))
    return float(loss), (sign * slope).astype(logits.dtype)
