"""Misconception: softmax of float64 scores cannot overflow in practice.
Shown to the learner: exp(710) overflows in float64 and exp(89) in float32. Queries and keys of norm 100 already give scores of 10,000. Subtract the row's maximum first; it changes nothing else.
Must fail: large_scores_do_not_overflow
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
        seen &= np.tri(t, s, k=s - t, dtype=bool)
    scores = np.where(seen, q @ k.mT / np.sqrt(q.shape[3]), -np.inf)
    top = scores.max(axis=3, keepdims=True)
    weights = np.exp(scores)
    total = weights.sum(axis=3, keepdims=True)
    return (weights @ v / np.where(total == 0, 1, total)).astype(q.dtype)
