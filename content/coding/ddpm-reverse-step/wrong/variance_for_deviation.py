"""Misconception: the noise is scaled by the variance.
Shown to the learner: Multiplying by a number scales the variance by its square. Here that makes the variance too small at every step, and pictures come out smooth and washed out. The factor is the square root of the variance.
Must fail: conditions_the_joint_gaussian
"""

import numpy as np


def ddpm_step(
    x: np.ndarray,
    predicted_noise: np.ndarray,
    t: np.ndarray,
    alpha_bar: np.ndarray,
    noise: np.ndarray,
    clip: float | None = 1.0,
) -> np.ndarray:
    wide = np.promote_types(x.dtype, np.float32)

    def spread(coefficient: np.ndarray) -> np.ndarray:
        """(b,) -> (b, 1, ...), in the dtype of the arithmetic: without it, (b,) would line up with the last axis."""
        return coefficient.astype(wide).reshape(t.shape + (1,) * (x.ndim - 1))

    table = alpha_bar.astype(np.float64)
    bar = table[t]
    before = np.append(1.0, table)[t]  # the same table, one place later: no t - 1, which would wrap at 0
    alpha = bar / before
    beta = 1 - alpha
    for_x0 = np.sqrt(before) * beta / (1 - bar)
    for_x = np.sqrt(alpha) * (1 - before) / (1 - bar)
    deviation = (1 - before) / (1 - bar) * beta

    current = x.astype(wide)
    x0 = (current - spread(np.sqrt(1 - bar)) * predicted_noise) / spread(np.sqrt(bar))
    if clip is not None:
        x0 = x0.clip(-clip, clip)
    mean = spread(for_x0) * x0 + spread(for_x) * current
    return (mean + spread(deviation) * noise).astype(x.dtype)
