"""Misconception: the variance of every step is beta, the last one's too.
Shown to the learner: beta is another choice for the earlier steps, but at t = 0 it leaves noise on the finished picture. The posterior's variance is 0 there, since nothing is before it.
Must fail: the_last_step_has_no_noise
"""

import torch


def ddpm_step(x, predicted_noise, t, alpha_bar, noise, clip=1.0):
    wide = torch.promote_types(x.dtype, torch.float32)

    def spread(coefficient):
        return coefficient.to(wide).reshape(-1, *[1] * (x.ndim - 1))

    table = alpha_bar.detach().to(torch.float64)
    bar = table[t]
    before = torch.where(t > 0, table[t - 1], 1.0)
    beta = 1 - bar / before
    x0 = (x.to(wide) - spread((1 - bar).sqrt()) * predicted_noise.to(wide)) / spread(bar.sqrt())
    if clip is not None:
        x0 = x0.clamp(-clip, clip)
    mean = spread(before.sqrt() * beta / (1 - bar)) * x0
    mean = mean + spread((1 - beta).sqrt() * (1 - before) / (1 - bar)) * x.to(wide)
    return (mean + spread(beta.sqrt()) * noise.detach().to(wide)).to(x.dtype)
