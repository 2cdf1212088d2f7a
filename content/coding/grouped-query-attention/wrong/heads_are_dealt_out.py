"""Misconception: query head i reads key-value head i modulo g.
Shown to the learner: Both ways are fair, but only one is that of the checkpoint: groups are runs of neighbours. With the other order the model speaks, and makes no sense.
Must fail: neighbours_share
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
    folded = q.astype(wide).reshape(b, -1, g, t, d).swapaxes(1, 2).reshape(b, g, rows, d)
    scores = (folded @ k.astype(wide).mT / d**0.5).reshape(b, g, -1, t, s).swapaxes(1, 2).reshape(b, h, t, s)
    if causal:
        scores = np.where(np.tri(t, s, s - t) == 1, scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    mixed = weights.reshape(b, -1, g, t, s).swapaxes(1, 2).reshape(b, g, -1, s) @ v.astype(wide)
    return mixed.reshape(b, g, -1, t, v.shape[-1]).swapaxes(1, 2).reshape(b, h, t, -1).astype(q.dtype)
