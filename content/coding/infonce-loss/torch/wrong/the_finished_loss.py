"""Misconception: a library call answers the question.
Shown to the learner: The prompt rules the finished cross-entropy out. It would also leave the questions open: what a vector of zeros does, and which rows are no negatives.
Must fail: forbid
"""
import torch
from torch.nn import functional as F


def infonce_loss(queries, keys, temperature, ids=None):
    scores = F.normalize(queries, dim=1) @ F.normalize(keys, dim=1).T / temperature
    own = torch.arange(len(scores))
    return (F.cross_entropy(scores, own) + F.cross_entropy(scores.T, own)) / 2
