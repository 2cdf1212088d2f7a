import numpy as np


def quantise(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric int8 weights (out, in) and float32 scales (out,), one for each output channel."""
    raise NotImplementedError


def linear(x: np.ndarray, q: np.ndarray, scales: np.ndarray) -> np.ndarray:
    """x @ weights.T in float32 (tokens, out), by products of int8 weights and int8 activations."""
    raise NotImplementedError
