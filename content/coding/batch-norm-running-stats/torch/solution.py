import torch
from torch import nn


class BatchNorm(nn.Module):
    """Batch normalisation over all axes but the second (Ioffe and Szegedy, 2015), with running statistics for serving."""

    def __init__(self, channels: int, momentum: float | None = 0.1, eps: float = 1e-5) -> None:
        super().__init__()
        self.weight, self.bias = nn.Parameter(torch.ones(channels)), nn.Parameter(torch.zeros(channels))
        self.register_buffer("running_mean", torch.zeros(channels))
        self.register_buffer("running_var", torch.ones(channels))
        self.register_buffer("num_batches_tracked", torch.tensor(0))
        self.momentum, self.eps = momentum, eps

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """(n, channels) or (n, channels, length) -> the same shape and dtype."""
        if x.shape[1] != len(self.weight) or len(x) == 0:
            raise ValueError(f"rows of {len(self.weight)} channels were expected, shape {tuple(x.shape)} came")
        wide = x.to(self.running_mean.dtype).transpose(1, -1)  # channels last, where (channels,) broadcasts
        mean, var = self._learn(wide) if self.training else (self.running_mean, self.running_var)
        normal = (wide - mean) / (var + self.eps).sqrt()
        return (normal * self.weight + self.bias).transpose(1, -1).to(x.dtype)

    def _learn(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Mean and biased variance of the batch, with their graph, after they have moved the buffers, without it."""
        values = x.numel() // x.shape[-1]
        if values < 2:
            raise ValueError("one value a channel has no variance to learn from")
        over = tuple(range(x.ndim - 1))
        mean, var = x.mean(dim=over), x.var(dim=over, unbiased=False)
        with torch.no_grad():
            self.num_batches_tracked += 1
            share = 1 / self.num_batches_tracked.item() if self.momentum is None else self.momentum
            self.running_mean.lerp_(mean, share)
            self.running_var.lerp_(var * values / (values - 1), share)
        return mean, var
