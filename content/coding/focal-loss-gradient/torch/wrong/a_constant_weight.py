"""Misconception: the modulating factor is a weight, and weights are detached.
Shown to the learner: The loss is the right number and its gradient is not: the factor depends on the logits, so it has a derivative of its own, which is a good part of the pull on rows that are almost right.
Must fail: gradient_is_the_loss_s_own
"""
import torch
from torch.nn.functional import logsigmoid


def focal_loss(logits: torch.Tensor, y: torch.Tensor, gamma: float = 2.0, alpha: float = 0.25) -> torch.Tensor:
    wide = logits.to(torch.promote_types(logits.dtype, torch.float32))
    margin = torch.where(y.bool(), wide, -wide)
    with torch.no_grad():
        modulating = torch.exp(gamma * logsigmoid(-margin))
    loss = -modulating * logsigmoid(margin)
    return torch.where(y.bool(), alpha * loss, (1 - alpha) * loss).mean()
