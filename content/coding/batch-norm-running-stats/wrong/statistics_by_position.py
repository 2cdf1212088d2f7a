"""Misconception: the axis of the mean is the batch axis alone.
Shown to the learner: With a length axis every channel shares one mean over rows and positions. Per-position statistics are another layer, and do not fit the buffers' shape.
Must fail: sequences_share_a_channel_s_statistics
"""
import numpy as np


class BatchNorm:
    """Batch normalisation over all axes but the second (Ioffe and Szegedy, 2015), with running statistics for serving."""

    def __init__(self, channels: int, momentum: float | None = 0.1, eps: float = 1e-5) -> None:
        self.gamma, self.beta = np.ones(channels), np.zeros(channels)
        self.running_mean, self.running_var = np.zeros(channels), np.ones(channels)
        self.momentum, self.eps = momentum, eps
        self._batches = 0

    def load(
        self, gamma: np.ndarray, beta: np.ndarray, running_mean: np.ndarray, running_var: np.ndarray
    ) -> None:
        """Takes parameters and buffers, each (channels,), from a checkpoint."""
        self.gamma, self.beta = gamma.copy(), beta.copy()
        self.running_mean, self.running_var = running_mean.copy(), running_var.copy()

    def forward(self, x: np.ndarray, training: bool) -> np.ndarray:
        """(n, channels) or (n, channels, length) -> the same shape and dtype."""
        if x.shape[1] != len(self.gamma) or len(x) == 0:
            raise ValueError(f"rows of {len(self.gamma)} channels were expected, shape {x.shape} came")
        wide = x.astype(np.float64)  # float32 sums of large values lose the digits that the variance needs
        mean, var = self._learn(wide) if training else (self.running_mean, self.running_var)
        scale = self.gamma / np.sqrt(var + self.eps)
        over = (slice(None), *[None] * (x.ndim - 2))
        return ((wide - mean[over]) * scale[over] + self.beta[over]).astype(x.dtype)

    def _learn(self, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Mean and biased variance of the batch, after they have moved the buffers."""
        values = x.size // x.shape[1]
        if values < 2:
            raise ValueError("one value a channel has no variance to learn from")
        first = x if x.ndim == 2 else x[:, :, 0]
        mean, var = first.mean(axis=0), first.var(axis=0)
        self._batches += 1
        share = 1 / self._batches if self.momentum is None else self.momentum
        self.running_mean = (1 - share) * self.running_mean + share * mean
        self.running_var = (1 - share) * self.running_var + share * var * values / (values - 1)
        return mean, var
