"""Misconception: the first thing to do is to cast the schedule to the dtype of the samples.
Shown to the learner: 1 - 0.9999 is taken from numbers that have lost their last digits: float32 keeps four of beta at best, bfloat16 rounds the whole table to 1 and divides 0 by 0. Compute coefficients in float64, and cast those.
Must fail: a_fine_schedule_in_every_dtype
"""

import torch


def ddpm_step(x, predicted_noise, t, alpha_bar, noise, clip=1.0):
    def spread(coefficient):
        return coefficient.reshape(-1, *[1] * (x.ndim - 1))

    table = alpha_bar.detach().to(x.dtype)
    bar = table[t]
    before = torch.where(t > 0, table[t - 1], 1.0).to(x.dtype)
    beta = 1 - bar / before
    x0 = (x - spread((1 - bar).sqrt()) * predicted_noise) / spread(bar.sqrt())
    if clip is not None:
        x0 = x0.clamp(-clip, clip)
    mean = spread(before.sqrt() * beta / (1 - bar)) * x0 + spread((1 - beta).sqrt() * (1 - before) / (1 - bar)) * x
    return mean + spread(((1 - before) / (1 - bar) * beta).sqrt()) * noise.detach()
