"""Channels moved to the end and rows flattened; the buffers step towards the new value, in place."""

import copy

import numpy as np


class BatchNorm:
    def __init__(self, channels, momentum=0.1, eps=1e-5):
        self.channels, self.momentum, self.eps = channels, momentum, eps
        self.kept = {
            "gamma": np.full(channels, 1.0),
            "beta": np.full(channels, 0.0),
            "running_mean": np.full(channels, 0.0),
            "running_var": np.full(channels, 1.0),
            "batches": 0,
        }

    def __getattr__(self, name):
        if name == "kept" or name not in self.kept:
            raise AttributeError(name)
        return self.kept[name]

    def state(self):
        return copy.deepcopy(self.kept)

    def load(self, state):
        self.kept = copy.deepcopy(state)

    def forward(self, x, training):
        if x.shape[1] != self.channels or x.shape[0] == 0:
            raise ValueError("shape")
        moved = np.moveaxis(x, 1, -1)
        rows = moved.reshape(-1, self.channels).astype(np.float64)
        if training:
            m = rows.shape[0]
            if m == 1:
                raise ValueError("one value")
            mean = rows.sum(axis=0) / m
            centred = rows - mean
            squares = (centred**2).sum(axis=0)
            var = squares / m
            self.kept["batches"] += 1
            rate = self.momentum if self.momentum is not None else 1.0 / self.kept["batches"]
            self.kept["running_mean"] += rate * (mean - self.kept["running_mean"])
            self.kept["running_var"] += rate * (squares / (m - 1) - self.kept["running_var"])
        else:
            var = self.running_var
            centred = rows - self.running_mean
        out = centred / np.sqrt(var + self.eps) * self.gamma + self.beta
        return np.moveaxis(out.reshape(moved.shape), -1, 1).astype(x.dtype)
