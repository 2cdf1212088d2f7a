import numpy as np


def grouped_query_attention(q: np.ndarray, k: np.ndarray, v: np.ndarray, causal: bool = True) -> np.ndarray:
    """Attention (b, h, t, e) in which each of the g key-value heads serves h / g neighbouring query heads."""
    raise NotImplementedError
