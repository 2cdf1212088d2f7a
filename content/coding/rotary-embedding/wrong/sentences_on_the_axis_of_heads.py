"""Misconception: positions of shape (b, t) broadcast against (b, h, t, d / 2) once a last axis is added.
Shown to the learner: Broadcasting lines them up from the right: b meets h. Where both are equal nothing complains, and each head counts like another sentence.
Must fail: positions_of_each_sentence
"""

import numpy as np


def rotate(x: np.ndarray, positions: np.ndarray, base: float = 10000.0) -> np.ndarray:
    """Rotary position embedding (Su et al., 2021) of x (b, h, t, d) at positions (t,) or (b, t), in two halves."""
    d = x.shape[3]
    rates = base ** (-2 * np.arange(d // 2) / d)
    angles = positions[..., None] * rates  # (1 or b, 1, t, d / 2): one for all heads
    wide = np.promote_types(x.dtype, np.float32)
    cos, sin = np.cos(angles).astype(wide), np.sin(angles).astype(wide)
    first, second = np.split(x.astype(wide), 2, axis=3)
    turned = np.concatenate([first * cos - second * sin, second * cos + first * sin], axis=3)
    return turned.astype(x.dtype)
