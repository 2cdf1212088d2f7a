"""Misconception: with float64 coefficients the arithmetic on samples can stay in half precision.
Shown to the learner: Each product and sum is then rounded to eleven bits, or to eight, and a thousand steps add these errors up. Samples come in and go out in half precision; in between they are float32.
Must fail: a_fine_schedule_in_every_dtype
"""

import torch


def ddpm_step(x, predicted_noise, t, alpha_bar, noise, clip=1.0):
    def spread(coefficient):
        return coefficient.to(x.dtype).reshape(-1, *[1] * (x.ndim - 1))

    table = alpha_bar.detach().to(torch.float64)
    bar = table[t]
    before = torch.where(t > 0, table[t - 1], 1.0)
    beta = 1 - bar / before
    x0 = (x - spread((1 - bar).sqrt()) * predicted_noise) / spread(bar.sqrt())
    if clip is not None:
        x0 = x0.clamp(-clip, clip)
    mean = spread(before.sqrt() * beta / (1 - bar)) * x0 + spread((1 - beta).sqrt() * (1 - before) / (1 - bar)) * x
    return mean + spread(((1 - before) / (1 - bar) * beta).sqrt()) * noise.detach()
