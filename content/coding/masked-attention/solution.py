import numpy as np


def attention(
    q: np.ndarray, k: np.ndarray, v: np.ndarray, padding: np.ndarray | None = None, causal: bool = False
) -> np.ndarray:
    """Scaled dot-product attention (Vaswani et al., 2017) over the keys that may be seen; zeros where there is none."""
    t, s, d = q.shape[2], k.shape[2], q.shape[3]
    seen = np.tri(t, s, k=s - t, dtype=bool) if causal else np.ones((t, s), dtype=bool)
    if padding is not None:
        seen = seen & ~padding[:, None, None, :]
        hidden = padding[:, None, :, None]
        # a weight of 0 does not remove a NaN: what is padding must go before the products
        k, v = np.where(hidden, 0, k), np.where(hidden, 0, v)
    scores = np.where(seen, q @ k.mT / d**0.5, -np.inf)
    top = scores.max(axis=3, keepdims=True)
    weights = np.exp(scores - np.where(np.isfinite(top), top, 0))  # -inf - -inf would be NaN
    total = weights.sum(axis=3, keepdims=True)
    return (weights @ v / np.where(total == 0, 1, total)).astype(q.dtype)
