"""Misconception: clipping p to [1e-7, 1 - 1e-7] makes it safe.
Shown to the learner: Finite, but wrong. Beyond a logit of 16 the loss of a mistake stops growing, so its true gradient is 0: the formula no longer belongs to the loss you report, and an autograd would learn nothing from the most confident mistakes. Work in log space instead of clipping.
Must fail: confident_mistakes_cost_what_they_should
"""
import numpy as np


def focal_loss(logits, y, gamma=2.0, alpha=0.25):
    z = logits.astype(np.float64)
    p = np.clip(1 / (1 + np.exp(-np.clip(z, -500, 500))), 1e-7, 1 - 1e-7)
    pt = np.where(y, p, 1 - p)
    a = np.where(y, alpha, 1 - alpha)
    sign = np.where(y, 1.0, -1.0)
    loss = -(a * (1 - pt) ** gamma * np.log(pt)).mean()
    slope = a * (1 - pt) ** gamma * (gamma * pt * np.log(pt) - (1 - pt))
    return float(loss), (sign * slope / z.size).astype(logits.dtype)
