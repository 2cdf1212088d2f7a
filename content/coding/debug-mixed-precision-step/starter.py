import numpy as np


class MixedPrecisionSGD:
    """SGD with float16 gradients of a scaled loss, summed over micro-batches."""

    def __init__(
        self,
        weights: np.ndarray,
        lr: float,
        micro_batches: int = 1,
        clip_norm: float = np.inf,
        scale: float = 65536.0,
        growth_interval: int = 500,
    ):
        self.weights = weights.astype(np.float32)
        self.lr, self.micro_batches, self.clip_norm = lr, micro_batches, clip_norm
        self.scale, self.growth_interval = scale, growth_interval
        self.good = 0
        self.total, self.seen = np.zeros(weights.shape, dtype=np.float16), 0

    def half_weights(self) -> np.ndarray:
        """The weights for the forward and the backward pass."""
        return self.weights.astype(np.float16)

    def add(self, gradient: np.ndarray) -> str:
        """Take one micro-batch's gradient of scale * loss: "waiting", "stepped", or "skipped" for an overflow."""
        self.total += gradient
        self.seen += 1
        self.good += 1
        if self.good == self.growth_interval:
            self.scale, self.good = self.scale * 2, 0
        if self.seen < self.micro_batches:
            return "waiting"
        self.seen = 0
        if not np.isfinite(self.total).all():
            self.scale, self.good = max(self.scale / 2, 1.0), 0
            return "skipped"
        norm = float(np.linalg.norm(self.total.astype(np.float32)))
        if norm > self.clip_norm:
            self.total *= self.clip_norm / norm
        mean = self.total / (self.micro_batches * self.scale)
        self.weights = (self.half_weights() - self.lr * mean).astype(np.float32)
        self.total[:] = 0
        return "stepped"
