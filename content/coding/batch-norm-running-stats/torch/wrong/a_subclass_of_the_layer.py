"""Misconception: a library class answers the question.
Shown to the learner: The prompt rules PyTorch's own layer out. The interviewer wants to see which statistics have a graph, which are buffers, and when each is used.
Must fail: forbid
"""
import torch
from torch import nn


class BatchNorm(nn.BatchNorm1d):
    def __init__(self, channels: int, momentum: float | None = 0.1, eps: float = 1e-5) -> None:
        super().__init__(channels, eps, momentum)
