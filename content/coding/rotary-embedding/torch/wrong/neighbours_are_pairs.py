"""Misconception: which elements form a pair does not matter, as long as queries and keys agree.
Shown to the learner: Not for a model that is trained here and served elsewhere: the weights in front have learned one of the two layouts. This one pairs j with j + dim/2; neighbours are the other convention.
Must fail: pairs_turn_by_their_angles
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
        wide = torch.promote_types(x.dtype, torch.float32)
        cos, sin = angles.cos().to(wide), angles.sin().to(wide)
        first, second = x.to(wide)[..., ::2], x.to(wide)[..., 1::2]
        turned = torch.stack([first * cos - second * sin, second * cos + first * sin], dim=-1)
        return turned.flatten(-2).to(x.dtype)
