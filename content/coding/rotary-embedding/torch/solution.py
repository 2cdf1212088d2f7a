import torch
from torch import nn


class Rotary(nn.Module):
    """Rotary position embedding (Su et al., 2021) over the two halves of each head."""

    def __init__(self, dim: int, base: float = 10000.0) -> None:
        super().__init__()
        self.dim, self.base = dim, base

    def forward(self, x: torch.Tensor, positions: torch.Tensor) -> torch.Tensor:
        """x : (b, h, t, dim). positions : (t,) or (b, t) integers."""
        # Computed here, in float64: a buffer would follow .half(), and this is dim / 2 numbers.
        pair = torch.arange(self.dim // 2, dtype=torch.float64, device=x.device)
        rates = self.base ** (-2 * pair / self.dim)
        angles = positions[..., None, :, None] * rates  # (1 or b, 1, t, dim / 2)
        wide = torch.promote_types(x.dtype, torch.float32)
        cos, sin = angles.cos().to(wide), angles.sin().to(wide)
        first, second = x.to(wide).chunk(2, dim=-1)
        turned = torch.cat([first * cos - second * sin, second * cos + first * sin], dim=-1)
        return turned.to(x.dtype)
