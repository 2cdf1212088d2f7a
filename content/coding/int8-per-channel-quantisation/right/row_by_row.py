"""One channel and one token at a time, sums in Python's own integers."""

import numpy as np


def quantise(weights):
    q = np.zeros(weights.shape, dtype=np.int8)
    scales = np.ones(len(weights), dtype=np.float32)
    for channel, row in enumerate(weights):
        q[channel], scales[channel] = whole(row)
    return q, scales


def whole(row):
    row = [float(value) for value in row]
    if not np.isfinite(row).all():
        raise ValueError("not finite")
    step = max(map(abs, row), default=0.0) / 127
    if step == 0:
        return [0] * len(row), 1.0
    return [round(value / step) for value in row], step  # round() sends halves to the even neighbour


def linear(x, q, scales):
    result = np.zeros((len(x), len(q)), dtype=np.float32)
    for token, row in enumerate(x):
        integers, step = whole(row)
        for channel, weights in enumerate(q.tolist()):
            total = sum(a * w for a, w in zip(integers, weights, strict=True))
            result[token, channel] = total * step * float(scales[channel])
    return result
