"""Misconception: the first thing to do is to cast the schedule to the dtype of the samples.
Shown to the learner: One minus 0.9999 is then taken from a number that has already lost its last digits: float32 keeps three or four of them, float16 rounds to 1 and divides 0 by 0. Compute coefficients in float64, and cast those.
Must fail: a_fine_schedule_in_every_dtype
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

    table = alpha_bar.astype(x.dtype)
    bar = table[t]
    before = np.append(x.dtype.type(1), table)[t]
    alpha = bar / before
    beta = 1 - alpha
    for_x0 = np.sqrt(before) * beta / (1 - bar)
    for_x = np.sqrt(alpha) * (1 - before) / (1 - bar)
    deviation = np.sqrt((1 - before) / (1 - bar) * beta)

    current = x.astype(wide)
    x0 = (current - spread(np.sqrt(1 - bar)) * predicted_noise) / spread(np.sqrt(bar))
    if clip is not None:
        x0 = x0.clip(-clip, clip)
    mean = spread(for_x0) * x0 + spread(for_x) * current
    return (mean + spread(deviation) * noise).astype(x.dtype)
