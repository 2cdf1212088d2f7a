"""Misconception: clamping p to [1e-7, 1 - 1e-7] makes the loss safe.
Shown to the learner: Beyond the clamp the loss is constant, and autograd gives a constant the gradient 0: the most confident mistakes teach nothing. Work in log space, and nothing needs a clamp.
Must fail: confident_mistakes_cost_what_they_should
"""
import torch


def focal_loss(logits: torch.Tensor, y: torch.Tensor, gamma: float = 2.0, alpha: float = 0.25) -> torch.Tensor:
    wide = logits.to(torch.promote_types(logits.dtype, torch.float32))
    p = wide.sigmoid().clamp(1e-7, 1 - 1e-7)
    right = torch.where(y.bool(), p, 1 - p)
    loss = -((1 - right) ** gamma) * right.log()
    return torch.where(y.bool(), alpha * loss, (1 - alpha) * loss).mean()
