"""Misconception: the derivative can be computed as the product rule leaves it, with (1 - p_t) to the power gamma - 1.
Shown to the learner: For gamma below 1 that power of an easy row's 0 is infinite, and infinity times 0 is nan. The factor 1 - p_t of dp_t/dm cancels it: multiply out on paper, then code.
Must fail: confident_logits_stay_finite
"""
import numpy as np


def focal_loss(logits, y, gamma=2.0, alpha=0.25):
    sign, a = np.where(y, 1.0, -1.0), np.where(y, alpha, 1 - alpha)
    m = sign * logits.astype(np.float64)
    log_right, log_miss = -np.logaddexp(0, -m), -np.logaddexp(0, m)
    right, miss = np.exp(log_right), np.exp(log_miss)
    loss = -(a * miss**gamma * log_right).mean()
    slope = a * (gamma * miss ** (gamma - 1) * right * miss * log_right - miss**gamma * miss)
    return float(loss), (sign * slope / logits.size).astype(logits.dtype)
