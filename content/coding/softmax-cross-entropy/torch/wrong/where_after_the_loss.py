"""Misconception: replacing the padding's losses by 0 with torch.where keeps its NaN out.
Shown to the learner: Out of the loss, but not out of the gradient. Autograd still walks through the branch that was not chosen, and there 0 times NaN is NaN. Take the padding rows out, or replace them, before the arithmetic.
Must fail: garbage_in_ignored_rows
"""
import torch


def cross_entropy(logits: torch.Tensor, targets: torch.Tensor, ignore_index: int = -100) -> torch.Tensor:
    counted = targets != ignore_index
    labels = torch.where(counted, targets, 0).long()
    if ((labels < 0) | (labels >= logits.shape[1])).any():
        raise ValueError("bad target")
    log_p = logits.log_softmax(dim=1, dtype=torch.promote_types(logits.dtype, torch.float32))
    losses = -log_p.gather(1, labels[:, None])[:, 0]
    return torch.where(counted, losses, 0.0).sum() / counted.sum().clamp(min=1)
