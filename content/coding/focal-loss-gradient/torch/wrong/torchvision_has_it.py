"""Misconception: a library call answers the question.
Shown to the learner: The prompt rules the finished loss out: the interviewer wants to see which form of it keeps autograd away from 0 times infinity.
Must fail: forbid
"""
import torch


def focal_loss(logits: torch.Tensor, y: torch.Tensor, gamma: float = 2.0, alpha: float = 0.25) -> torch.Tensor:
    from torchvision.ops import sigmoid_focal_loss

    return sigmoid_focal_loss(logits, y.to(logits.dtype), alpha=alpha, gamma=gamma, reduction="mean")
