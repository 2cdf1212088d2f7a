"""Channels moved to the end and rows flattened; the running average written as a step towards the new value."""

import numpy as np


class BatchNorm:
    def __init__(self, channels, momentum=0.1, eps=1e-5):
        self.channels, self.momentum, self.eps, self.seen = channels, momentum, eps, 0
        self.gamma = np.full(channels, 1.0)
        self.beta = np.full(channels, 0.0)
        self.running_mean = np.full(channels, 0.0)
        self.running_var = np.full(channels, 1.0)

    def load(self, gamma, beta, running_mean, running_var):
        self.gamma, self.beta = np.array(gamma), np.array(beta)
        self.running_mean, self.running_var = np.array(running_mean), np.array(running_var)

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
            self.seen += 1
            rate = self.momentum if self.momentum is not None else 1.0 / self.seen
            self.running_mean = self.running_mean + rate * (mean - self.running_mean)
            self.running_var = self.running_var + rate * (squares / (m - 1) - self.running_var)
        else:
            mean, var = self.running_mean, self.running_var
            centred = rows - mean
        out = centred / np.sqrt(var + self.eps) * self.gamma + self.beta
        return np.moveaxis(out.reshape(moved.shape), -1, 1).astype(x.dtype)
