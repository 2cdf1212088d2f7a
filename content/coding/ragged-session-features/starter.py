import numpy as np


def session_features(offsets: np.ndarray, items: np.ndarray, times_ms: np.ndarray, k: int) -> dict[str, np.ndarray]:
    """Features of S sessions in a flat log of n events, in O(n + S k) and without a Python loop.

    offsets : (S + 1,); items, times_ms : (n,).
    Returns recent (S, k) int64, gap_s (n,), progress (n,) and longest_gap_s (S,) float32.
    """
    raise NotImplementedError
