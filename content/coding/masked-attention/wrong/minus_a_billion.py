"""Misconception: adding -1e9 to a masked score is the same as -infinity.
Shown to the learner: Not for a row that is masked whole: every score moves by the same -1e9, softmax ignores the shift, and padding gets attention as if nothing were masked. And with scores in the thousands in float32 the mask loses digits. Use -inf and treat the empty row.
Must fail: a_query_that_sees_nothing
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
    scores = np.where(seen, q @ k.mT / np.sqrt(q.shape[3]), -1e9)
    top = scores.max(axis=3, keepdims=True)
    weights = np.exp(scores - np.where(np.isfinite(top), top, 0))
    total = weights.sum(axis=3, keepdims=True)
    return (weights @ v / np.where(total == 0, 1, total)).astype(q.dtype)
