import torch
from torch import nn


class Rotary(nn.Module):
    """Turns the pairs (j, j + dim/2) of queries or keys by angles that grow with the position."""

    def __init__(self, dim: int, base: float = 10000.0) -> None:
        super().__init__()
        raise NotImplementedError

    def forward(self, x: torch.Tensor, positions: torch.Tensor) -> torch.Tensor:
        """x : (b, h, t, dim). positions : (t,) or (b, t) integers."""
        raise NotImplementedError
