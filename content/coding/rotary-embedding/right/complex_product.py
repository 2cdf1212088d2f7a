"""Pairs as complex numbers, turned by one product."""

import numpy as np


def rotate(x, positions, base=10000.0):
    b, h, t, d = x.shape
    half = d // 2
    frequencies = np.exp(-np.log(base) * np.arange(half) / half)
    places = np.asarray(positions, dtype=np.float64).reshape(-1, 1, t, 1)
    turn = np.exp(1j * places * frequencies)
    z = np.empty((b, h, t, half), dtype=np.complex128)
    z.real, z.imag = x[..., :half], x[..., half:]
    z *= turn
    out = np.empty(x.shape, dtype=x.dtype)
    out[..., :half], out[..., half:] = z.real, z.imag
    return out
