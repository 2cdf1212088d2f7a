"""Misconception: parameters and buffers are the whole state of the layer.
Shown to the learner: With a plain average the weight of the next batch is one over the number of batches so far. A layer that forgets the number starts at one again, and its first batch after the restart erases everything it had learnt.
Must fail: a_checkpoint_goes_on
"""
import numpy as np


class BatchNorm:

    def __init__(self, channels: int, momentum: float | None = 0.1, eps: float = 1e-5) -> None:
        self.gamma, self.beta = np.ones(channels), np.zeros(channels)
        self.running_mean, self.running_var = np.zeros(channels), np.ones(channels)
        self.batches = 0
        self.momentum, self.eps = momentum, eps

    def forward(self, x: np.ndarray, training: bool) -> np.ndarray:
        if x.shape[1] != len(self.gamma) or len(x) == 0:
            raise ValueError(f"rows of {len(self.gamma)} channels were expected, shape {x.shape} came")
        wide = x.astype(np.float64)
        mean, var = self._learn(wide) if training else (self.running_mean, self.running_var)
        scale = self.gamma / np.sqrt(var + self.eps)
        over = (slice(None), *[None] * (x.ndim - 2))
        return ((wide - mean[over]) * scale[over] + self.beta[over]).astype(x.dtype)

    def _learn(self, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        values = x.size // x.shape[1]
        if values < 2:
            raise ValueError("one value a channel has no variance to learn from")
        axes = (0, *range(2, x.ndim))
        mean, var = x.mean(axis=axes), x.var(axis=axes)
        self.batches += 1
        share = 1 / self.batches if self.momentum is None else self.momentum
        self.running_mean = (1 - share) * self.running_mean + share * mean
        self.running_var = (1 - share) * self.running_var + share * var * values / (values - 1)
        return mean, var

    def state(self) -> dict[str, np.ndarray | int]:
        arrays = {name: getattr(self, name).copy() for name in ("gamma", "beta", "running_mean", "running_var")}
        return arrays | {"batches": self.batches}

    def load(self, state: dict[str, np.ndarray | int]) -> None:
        self.gamma, self.beta = state["gamma"].copy(), state["beta"].copy()
        self.running_mean, self.running_var = state["running_mean"].copy(), state["running_var"].copy()
