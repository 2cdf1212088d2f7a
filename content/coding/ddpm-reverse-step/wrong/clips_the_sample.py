"""Misconception: pixels end between -1 and 1, so the new sample is clipped.
Shown to the learner: Only the estimate of the picture lives in that range. The sample before it still carries noise, and cutting off its tails gives the network inputs that it never saw in training.
Must fail: the_clip_is_on_the_estimate
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
    deviation = np.sqrt((1 - before) / (1 - bar) * beta)

    current = x.astype(wide)
    x0 = (current - spread(np.sqrt(1 - bar)) * predicted_noise) / spread(np.sqrt(bar))
    mean = spread(for_x0) * x0 + spread(for_x) * current
    new = mean + spread(deviation) * noise
    return (new if clip is None else new.clip(-clip, clip)).astype(x.dtype)
