"""Keeps the micro-batches of a step in a list, true gradients in float64, and works on them at its end."""

import math

import numpy as np


class MixedPrecisionSGD:
    def __init__(self, weights, lr, micro_batches=1, clip_norm=np.inf, scale=65536.0, growth_interval=500):
        self.weights = np.array(weights, dtype=np.float32)
        self.lr, self.micro_batches, self.clip_norm = lr, micro_batches, clip_norm
        self.scale, self.growth_interval = float(scale), growth_interval
        self.pending = []
        self.until_growth = growth_interval

    def half_weights(self):
        return self.weights.astype(np.float16)

    def add(self, gradient):
        self.pending.append(np.asarray(gradient, dtype=np.float64) / self.scale)
        if len(self.pending) < self.micro_batches:
            return "waiting"
        mean = np.mean(self.pending, axis=0)
        self.pending = []
        norm = math.sqrt(np.sum(mean * mean))
        if not math.isfinite(norm):
            self.scale = max(1.0, 0.5 * self.scale)
            self.until_growth = self.growth_interval
            return "skipped"
        shrink = 1.0 if norm <= self.clip_norm else self.clip_norm / norm
        self.weights = (self.weights - self.lr * shrink * mean).astype(np.float32)
        self.until_growth -= 1
        if self.until_growth == 0:
            self.scale *= 2
            self.until_growth = self.growth_interval
        return "stepped"
