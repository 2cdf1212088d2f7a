"""Misconception: a rotation can be written into the tensor half by half.
Shown to the learner: The second half needs the first as it was. Writing into the input also changes what others read, and autograd refuses it for a leaf. Make both halves from the old values, then join them.
Must fail: example
"""
import torch
from torch import nn


class Rotary(nn.Module):
    def __init__(self, dim: int, base: float = 10000.0) -> None:
        super().__init__()
        self.dim, self.base = dim, base

    def forward(self, x: torch.Tensor, positions: torch.Tensor) -> torch.Tensor:
        pair = torch.arange(self.dim // 2, dtype=torch.float64, device=x.device)
        angles = positions[..., None, :, None] * self.base ** (-2 * pair / self.dim)
        cos, sin = angles.cos().to(x.dtype), angles.sin().to(x.dtype)
        half = self.dim // 2
        x[..., :half] = x[..., :half] * cos - x[..., half:] * sin
        x[..., half:] = x[..., half:] * cos + x[..., :half] * sin
        return x
