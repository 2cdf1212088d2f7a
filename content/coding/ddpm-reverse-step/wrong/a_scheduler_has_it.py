"""Misconception: a library call answers the question.
Shown to the learner: The prompt rules libraries out: the posterior, its precision and its axes are what the interviewer wants to see. A scheduler's step also takes one time for the whole batch.
Must fail: forbid
"""

import torch
from diffusers import DDPMScheduler


def ddpm_step(x, predicted_noise, t, alpha_bar, noise, clip=1.0):
    scheduler = DDPMScheduler(len(alpha_bar))
    return scheduler.step(torch.as_tensor(predicted_noise), int(t[0]), torch.as_tensor(x)).prev_sample.numpy()
