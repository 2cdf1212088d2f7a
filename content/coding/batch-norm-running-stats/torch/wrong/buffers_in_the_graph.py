"""Misconception: the running average is an ordinary expression.
Shown to the learner: Then it carries the graph of every batch since the start: memory grows with each step. Update the buffers under no_grad, or from detached statistics.
Must fail: buffers_have_no_graph
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

    def _learn(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        values = x.numel() // x.shape[-1]
        if values < 2:
            raise ValueError("one value a channel has no variance to learn from")
        over = tuple(range(x.ndim - 1))
        mean, var = x.mean(dim=over), x.var(dim=over, unbiased=False)
        self.num_batches_tracked += 1
        share = 1 / self.num_batches_tracked.item() if self.momentum is None else self.momentum
        self.running_mean = self.running_mean.lerp(mean, share)
        self.running_var = self.running_var.lerp(var * values / (values - 1), share)
        return mean, var
