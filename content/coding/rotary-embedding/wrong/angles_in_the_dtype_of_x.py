"""Misconception: everything is computed in the dtype of the model.
Shown to the learner: Float16 has no 2049, and float32 is off by a thirtieth at half a million. Angles need the digits; cosines and sines may be rounded afterwards.
Must fail: half_precision_keeps_its_positions
"""

import numpy as np


def rotate(x: np.ndarray, positions: np.ndarray, base: float = 10000.0) -> np.ndarray:
    """Rotary position embedding (Su et al., 2021) of x (b, h, t, d) at positions (t,) or (b, t), in two halves."""
    d = x.shape[3]
    rates = base ** (-2 * np.arange(d // 2) / d)
    angles = positions.astype(x.dtype)[..., None, :, None] * rates.astype(x.dtype)  # (1 or b, 1, t, d / 2): one for all heads
    wide = np.promote_types(x.dtype, np.float32)
    cos, sin = np.cos(angles).astype(wide), np.sin(angles).astype(wide)
    first, second = np.split(x.astype(wide), 2, axis=3)
    turned = np.concatenate([first * cos - second * sin, second * cos + first * sin], axis=3)
    return turned.astype(x.dtype)
