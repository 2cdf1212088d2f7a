"""Misconception: a buffer with persistent=False is safe, since it is in no checkpoint.
Shown to the learner: It still follows .half() and .bfloat16() of the model, and then the angles have three digits: positions beyond 256 run together. Compute the angles in float32 or better at every call, or keep them where no cast reaches them.
Must fail: half_precision_keeps_its_positions
"""
import torch
from torch import nn


class Rotary(nn.Module):
    def __init__(self, dim: int, base: float = 10000.0) -> None:
        super().__init__()
        pair = torch.arange(dim // 2, dtype=torch.float64)
        self.register_buffer("rates", base ** (-2 * pair / dim), persistent=False)

    def forward(self, x: torch.Tensor, positions: torch.Tensor) -> torch.Tensor:
        angles = positions[..., None, :, None] * self.rates
        wide = torch.promote_types(x.dtype, torch.float32)
        cos, sin = angles.cos().to(wide), angles.sin().to(wide)
        first, second = x.to(wide).chunk(2, dim=-1)
        turned = torch.cat([first * cos - second * sin, second * cos + first * sin], dim=-1)
        return turned.to(x.dtype)
