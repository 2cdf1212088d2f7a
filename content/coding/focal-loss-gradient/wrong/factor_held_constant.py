"""Misconception: the modulating factor is a weight, so its derivative can be left out.
Shown to the learner: (1 - p_t)^gamma depends on the logit too. Without its derivative you descend another function than the one you report; a finite difference of your own loss shows it at once.
Must fail: gradient_is_the_loss_s_own
"""
import numpy as np


def focal_loss(logits, y, gamma=2.0, alpha=0.25):
    sign, a = np.where(y, 1.0, -1.0), np.where(y, alpha, 1 - alpha)
    m = sign * logits.astype(np.float64)
    log_right, log_miss = -np.logaddexp(0, -m), -np.logaddexp(0, m)
    factor = np.exp(gamma * log_miss)
    loss = -(a * factor * log_right).mean()
    slope = a * factor * (-np.exp(log_miss))
    return float(loss), (sign * slope / logits.size).astype(logits.dtype)
