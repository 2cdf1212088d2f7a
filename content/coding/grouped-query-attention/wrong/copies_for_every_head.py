"""Misconception: repeating the heads costs nothing worth speaking of.
Shown to the learner: It writes the cache out once for each query head, and while decoding the cache is nearly all the memory there is. Let the heads of a group become further queries of their one head.
Must fail: the_cache_is_not_copied
"""

import numpy as np


def grouped_query_attention(q: np.ndarray, k: np.ndarray, v: np.ndarray, causal: bool = True) -> np.ndarray:
    """Attention (b, h, t, e) in which query head i reads key-value head i // (h / g) (Ainslie et al., 2023)."""
    b, h, t, d = q.shape
    g, s = k.shape[1:3]
    if h % g:
        raise ValueError(f"{h} query heads cannot share {g} key-value heads evenly")
    wide = np.promote_types(q.dtype, np.float32)
    folded = q.astype(wide)
    k, v = (np.repeat(part.astype(wide), h // g, axis=1) for part in (k, v))
    scores = folded @ k.mT / d**0.5
    if causal:
        scores = np.where(np.tri(t, s, s - t) == 1, scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return (weights @ v).astype(q.dtype)
