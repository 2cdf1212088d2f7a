"""Misconception: a pair is two neighbouring elements.
Shown to the learner: Both layouts exist, and each is right for the checkpoints trained with it. This one pairs the halves; with the other, a loaded model speaks nonsense.
Must fail: example
"""

import numpy as np


def rotate(x: np.ndarray, positions: np.ndarray, base: float = 10000.0) -> np.ndarray:
    """Rotary position embedding (Su et al., 2021) of x (b, h, t, d) at positions (t,) or (b, t), in two halves."""
    d = x.shape[3]
    rates = base ** (-2 * np.arange(d // 2) / d)
    angles = positions[..., None, :, None] * rates  # (1 or b, 1, t, d / 2): one for all heads
    wide = np.promote_types(x.dtype, np.float32)
    cos, sin = np.cos(angles).astype(wide), np.sin(angles).astype(wide)
    first, second = x[..., ::2].astype(wide), x[..., 1::2].astype(wide)
    turned = np.stack([first * cos - second * sin, second * cos + first * sin], axis=4).reshape(x.shape)
    return turned.astype(x.dtype)
