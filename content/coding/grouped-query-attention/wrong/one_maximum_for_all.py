"""Misconception: any constant may be subtracted before exp.
Shown to the learner: It must be one for each row. With the maximum of the whole batch, rows of smaller scores underflow to zero over zero.
Must fail: large_scores
"""

import numpy as np


def grouped_query_attention(q: np.ndarray, k: np.ndarray, v: np.ndarray, causal: bool = True) -> np.ndarray:
    """Attention (b, h, t, e) in which query head i reads key-value head i // (h / g) (Ainslie et al., 2023)."""
    b, h, t, d = q.shape
    g, s = k.shape[1:3]
    if h % g:
        raise ValueError(f"{h} query heads cannot share {g} key-value heads evenly")
    rows = h // g * t
    wide = np.promote_types(q.dtype, np.float32)
    # The heads of a group become further queries of its one head: repeating the keys would copy the cache.
    folded = q.astype(wide).reshape(b, g, rows, d)
    scores = (folded @ k.astype(wide).mT / d**0.5).reshape(b, h, t, s)
    if causal:
        scores = np.where(np.tri(t, s, s - t) == 1, scores, -np.inf)
    weights = np.exp(scores - scores.max())
    weights /= weights.sum(axis=-1, keepdims=True)
    mixed = weights.reshape(b, g, rows, s) @ v.astype(wide)
    return mixed.reshape(b, h, t, v.shape[3]).astype(q.dtype)
