import numpy as np


def attention(
    q: np.ndarray, k: np.ndarray, v: np.ndarray, padding: np.ndarray | None = None, causal: bool = False
) -> np.ndarray:
    """Scaled dot-product attention, (b, h, t, d), (b, h, s, d), (b, h, s, e) -> (b, h, t, e).

    padding : (b, s), True where a key must not be seen. causal : query i sees key j only if j <= i + (s - t).
    A query that sees nothing returns zeros.
    """
    raise NotImplementedError
