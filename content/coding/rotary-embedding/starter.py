import numpy as np


def rotate(x: np.ndarray, positions: np.ndarray, base: float = 10000.0) -> np.ndarray:
    """Rotary position embedding of x (b, h, t, d) at positions (t,) or (b, t), pairs from the two halves."""
    raise NotImplementedError
