"""Misconception: sampling is inference, so the step belongs under no_grad.
Shown to the learner: Whether a graph is wanted is the caller's to say, by no_grad around the loop. Guidance differentiates through the step, and finds nothing here.
Must fail: gradient_is_that_of_the_formula
"""

import torch


@torch.no_grad()
def ddpm_step(x, predicted_noise, t, alpha_bar, noise, clip=1.0):
    wide = torch.promote_types(x.dtype, torch.float32)

    def spread(coefficient):
        return coefficient.to(wide).reshape(-1, *[1] * (x.ndim - 1))

    table = alpha_bar.to(torch.float64)
    bar = table[t]
    before = torch.where(t > 0, table[t - 1], 1.0)
    beta = 1 - bar / before
    x0 = (x.to(wide) - spread((1 - bar).sqrt()) * predicted_noise.to(wide)) / spread(bar.sqrt())
    if clip is not None:
        x0 = x0.clamp(-clip, clip)
    mean = spread(before.sqrt() * beta / (1 - bar)) * x0
    mean = mean + spread((1 - beta).sqrt() * (1 - before) / (1 - bar)) * x.to(wide)
    return (mean + spread(((1 - before) / (1 - bar) * beta).sqrt()) * noise.to(wide)).to(x.dtype)
