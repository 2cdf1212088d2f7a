"""Misconception: statistics belong under no_grad, since nobody trains them.
Shown to the learner: Nobody trains the buffers, but the batch's mean and variance depend on the input, and its gradient goes through them. Without that the layer is trained as if it were a fixed scale, and the loss drifts or explodes. Only the update of the buffers goes under no_grad.
Must fail: the_gradient_goes_through_the_statistics
"""
import torch
from torch import nn


class BatchNorm(nn.Module):
    def __init__(self, channels: int, momentum: float | None = 0.1, eps: float = 1e-5) -> None:
        super().__init__()
        self.weight, self.bias = nn.Parameter(torch.ones(channels)), nn.Parameter(torch.zeros(channels))
        self.register_buffer("running_mean", torch.zeros(channels))
        self.register_buffer("running_var", torch.ones(channels))
        self.register_buffer("num_batches_tracked", torch.tensor(0))
        self.momentum, self.eps = momentum, eps

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if x.shape[1] != len(self.weight) or len(x) == 0:
            raise ValueError("bad shape")
        wide = x.to(self.running_mean.dtype).transpose(1, -1)
        mean, var = self._learn(wide) if self.training else (self.running_mean, self.running_var)
        normal = (wide - mean) / (var + self.eps).sqrt()
        return (normal * self.weight + self.bias).transpose(1, -1).to(x.dtype)

    @torch.no_grad()
    def _learn(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        values = x.numel() // x.shape[-1]
        if values < 2:
            raise ValueError("one value a channel has no variance to learn from")
        over = tuple(range(x.ndim - 1))
        mean, var = x.mean(dim=over), x.var(dim=over, unbiased=False)
        self.num_batches_tracked += 1
        share = 1 / self.num_batches_tracked.item() if self.momentum is None else self.momentum
        self.running_mean.lerp_(mean, share)
        self.running_var.lerp_(var * values / (values - 1), share)
        return mean, var
