import numpy as np


class BatchNorm:
    """Batch normalisation over all axes but the second, with running statistics for serving."""

    def __init__(self, channels: int, momentum: float | None = 0.1, eps: float = 1e-5) -> None:
        raise NotImplementedError

    def forward(self, x: np.ndarray, training: bool) -> np.ndarray:
        """(n, channels) or (n, channels, length) -> the same shape and dtype."""
        raise NotImplementedError

    def state(self) -> dict[str, np.ndarray | int]:
        """A checkpoint: gamma, beta, running_mean, running_var and batches."""
        raise NotImplementedError

    def load(self, state: dict[str, np.ndarray | int]) -> None:
        """Goes on from a checkpoint."""
        raise NotImplementedError
