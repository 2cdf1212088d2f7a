"""Misconception: the causal mask is the lower triangle.
Shown to the learner: Only when there are as many queries as keys. With cached keys the queries are the last t of s positions: the triangle must be shifted by s - t, or the newest token sees only the oldest keys.
Must fail: cached_keys_are_seen
"""
import numpy as np


def attention(
    q: np.ndarray, k: np.ndarray, v: np.ndarray, padding: np.ndarray | None = None, causal: bool = False
) -> np.ndarray:
    """Scaled dot-product attention over the keys that may be seen (Vaswani et al., 2017)."""
    t, s = q.shape[2], k.shape[2]
    seen = np.ones((len(q), 1, t, s), dtype=bool)
    if padding is not None:
        hidden = padding[:, None, :, None]
        # 0 * NaN is NaN: what is never seen must be gone before the products, not after
        k, v = np.where(hidden, 0, k), np.where(hidden, 0, v)
        seen &= ~padding[:, None, None, :]
    if causal:
        seen &= np.tri(t, s, dtype=bool)
    scores = np.where(seen, q @ k.mT / np.sqrt(q.shape[3]), -np.inf)
    top = scores.max(axis=3, keepdims=True)
    weights = np.exp(scores - np.where(np.isfinite(top), top, 0))
    total = weights.sum(axis=3, keepdims=True)
    return (weights @ v / np.where(total == 0, 1, total)).astype(q.dtype)
