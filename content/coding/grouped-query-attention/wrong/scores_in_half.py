"""Misconception: attention may run in the dtype of its inputs.
Shown to the learner: In float16 a score above 65,504 is infinite, and infinity minus infinity is NaN. Compute scores and softmax in float32 and round once, at the end.
Must fail: half_precision
"""

import numpy as np


def grouped_query_attention(q: np.ndarray, k: np.ndarray, v: np.ndarray, causal: bool = True) -> np.ndarray:
    """Attention (b, h, t, e) in which query head i reads key-value head i // (h / g) (Ainslie et al., 2023)."""
    b, h, t, d = q.shape
    g, s = k.shape[1:3]
    if h % g:
        raise ValueError(f"{h} query heads cannot share {g} key-value heads evenly")
    rows = h // g * t
    wide = q.dtype
    # The heads of a group become further queries of its one head: repeating the keys would copy the cache.
    folded = q.astype(wide).reshape(b, g, rows, d)
    scores = (folded @ k.astype(wide).mT / d**0.5).reshape(b, h, t, s)
    if causal:
        scores = np.where(np.tri(t, s, s - t) == 1, scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    mixed = weights.reshape(b, g, rows, s) @ v.astype(wide)
    return mixed.reshape(b, h, t, v.shape[3]).astype(q.dtype)
