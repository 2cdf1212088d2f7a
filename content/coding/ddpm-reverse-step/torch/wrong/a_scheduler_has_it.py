"""Misconception: a library call answers the question.
Shown to the learner: The prompt rules schedulers out: the coefficients, their dtype and their axes are the exercise.
Must fail: forbid
"""

from diffusers import DDPMScheduler


def ddpm_step(x, predicted_noise, t, alpha_bar, noise, clip=1.0):
    return DDPMScheduler(len(alpha_bar)).step(predicted_noise, int(t[0]), x).prev_sample
