"""Misconception: the log of a sigmoid is fine in float64.
Shown to the learner: At a logit of -800 the probability is exactly 0 and its log is -inf; from +37 on, 1 - p is exactly 0. Never take the log of a probability: log p = -logaddexp(0, -z).
Must fail: confident_logits_stay_finite
"""
import numpy as np


def focal_loss(logits, y, gamma=2.0, alpha=0.25):
    z = logits.astype(np.float64)
    p = 1 / (1 + np.exp(-z))
    pt = np.where(y, p, 1 - p)
    a = np.where(y, alpha, 1 - alpha)
    sign = np.where(y, 1.0, -1.0)
    loss = -(a * (1 - pt) ** gamma * np.log(pt)).mean()
    slope = a * (1 - pt) ** gamma * (gamma * pt * np.log(pt) - (1 - pt))
    return float(loss), (sign * slope / z.size).astype(logits.dtype)
