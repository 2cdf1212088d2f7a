"""Misconception: a coefficient for each sample multiplies the samples.
Shown to the learner: Broadcasting lines (b,) up with the last axis: columns of pixels get the coefficients of samples, without an error wherever the sizes agree. Give each coefficient an axis of length 1 for every further axis of x.
Must fail: times_belong_to_samples
"""

import torch


def ddpm_step(x, predicted_noise, t, alpha_bar, noise, clip=1.0):
    wide = torch.promote_types(x.dtype, torch.float32)
    table = alpha_bar.detach().to(torch.float64)
    bar = table[t]
    before = torch.where(t > 0, table[t - 1], 1.0)
    beta = 1 - bar / before
    for_x0 = (before.sqrt() * beta / (1 - bar)).to(wide)
    for_x = ((1 - beta).sqrt() * (1 - before) / (1 - bar)).to(wide)
    for_noise = ((1 - before) / (1 - bar) * beta).sqrt().to(wide)
    current = x.to(wide)
    x0 = (current - (1 - bar).sqrt().to(wide) * predicted_noise.to(wide)) / bar.sqrt().to(wide)
    if clip is not None:
        x0 = x0.clamp(-clip, clip)
    return (for_x0 * x0 + for_x * current + for_noise * noise.detach().to(wide)).to(x.dtype)
