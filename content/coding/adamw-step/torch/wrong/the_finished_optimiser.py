"""Misconception: a library class answers the question.
Shown to the learner: The prompt rules torch.optim out: the interviewer wants to see where no_grad stands, what is kept between steps and in which dtype.
Must fail: forbid
"""
import torch


def adamw_step(params, states, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    optimiser = torch.optim.AdamW(params, lr=lr, betas=betas, eps=eps, weight_decay=weight_decay)
    optimiser.step()
