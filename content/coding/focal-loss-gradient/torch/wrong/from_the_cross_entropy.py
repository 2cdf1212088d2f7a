"""Misconception: p_t = exp(-cross-entropy) is exact enough for 1 - p_t.
Shown to the learner: The cross-entropy is stable and the subtraction is not: beyond a margin of 37 the factor is exactly 0, and for a gamma below 1 its power has an infinite slope there, which autograd multiplies by 0. Take the log of 1 - p_t from a formula of its own.
Must fail: confident_logits_stay_finite
"""
import torch
import torch.nn.functional as F


def focal_loss(logits: torch.Tensor, y: torch.Tensor, gamma: float = 2.0, alpha: float = 0.25) -> torch.Tensor:
    wide = logits.to(torch.promote_types(logits.dtype, torch.float32))
    entropy = F.binary_cross_entropy_with_logits(wide, y.to(wide.dtype), reduction="none")
    loss = (1 - torch.exp(-entropy)) ** gamma * entropy
    return torch.where(y.bool(), alpha * loss, (1 - alpha) * loss).mean()
