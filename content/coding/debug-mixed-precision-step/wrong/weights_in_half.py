"""Misconception: weights that are used in float16 may be kept in float16.
Shown to the learner: Near 1 the numbers of float16 lie 0.001 apart: a smaller step is rounded away, each time anew, and a thousand of them are still nothing. The master copy stays float32.
Must fail: small_steps_add_up
"""

import numpy as np


class MixedPrecisionSGD:
    """SGD on float32 weights, from float16 gradients of a scaled loss summed over micro-batches."""

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
        self.good_steps = 0
        self.start_sum()

    def start_sum(self) -> None:
        """Nothing of the next step has been seen yet."""
        self.total, self.seen = np.zeros_like(self.weights), 0

    def half_weights(self) -> np.ndarray:
        """The weights for the forward and the backward pass."""
        return self.weights.astype(np.float16)

    def add(self, gradient: np.ndarray) -> str:
        """Take one micro-batch's gradient of scale * loss: "waiting", "stepped", or "skipped" for an overflow."""
        self.total += gradient
        self.seen += 1
        if self.seen < self.micro_batches:
            return "waiting"
        mean = self.total / (self.micro_batches * self.scale)
        self.start_sum()
        if not np.isfinite(mean).all():
            self.scale, self.good_steps = max(self.scale / 2, 1.0), 0
            return "skipped"
        norm = float(np.linalg.norm(mean))
        if norm > self.clip_norm:
            mean *= self.clip_norm / norm
        self.weights = (self.weights - self.lr * mean).astype(np.float16).astype(np.float32)
        self.good_steps += 1
        if self.good_steps == self.growth_interval:
            self.scale, self.good_steps = self.scale * 2, 0
        return "stepped"
