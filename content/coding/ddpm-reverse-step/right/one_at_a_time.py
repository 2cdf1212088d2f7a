"""Sample by sample, with the posterior from precisions: two Gaussian sources of knowledge about x_{t-1}, multiplied."""

import math

import numpy as np


def ddpm_step(x, predicted_noise, t, alpha_bar, noise, clip=1.0):
    out = np.empty_like(x)
    for i, time in enumerate(t.tolist()):
        bar = float(alpha_bar[time])
        now, eps, z = (np.asarray(a[i], dtype=np.float64) for a in (x, predicted_noise, noise))
        x0 = (now - math.sqrt(1 - bar) * eps) / math.sqrt(bar)
        if clip is not None:
            x0 = np.minimum(np.maximum(x0, -clip), clip)
        if time == 0:
            out[i] = x0
            continue
        before = float(alpha_bar[time - 1])
        alpha, beta = bar / before, (before - bar) / before
        prior, likelihood = 1 / (1 - before), alpha / beta
        variance = 1 / (prior + likelihood)
        mean = variance * (prior * math.sqrt(before) * x0 + likelihood * now / math.sqrt(alpha))
        out[i] = mean + math.sqrt(variance) * z
    return out
