"""Misconception: a library call answers the question.
Shown to the learner: The prompt rules the finished losses out: the interviewer wants to see where padding, -inf and half precision are handled. A log-softmax and a gather are enough.
Must fail: forbid
"""
import torch
import torch.nn.functional as F


def cross_entropy(logits: torch.Tensor, targets: torch.Tensor, ignore_index: int = -100) -> torch.Tensor:
    return F.cross_entropy(logits.float(), targets.long(), ignore_index=ignore_index)
