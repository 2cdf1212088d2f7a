"""Misconception: a library call answers the question.
Shown to the learner: The prompt rules the finished cross-entropy out: which rows count, in which dtype the sum is taken and where the graph ends are the exercise.
Must fail: forbid
"""
import torch.nn.functional as F


def dpo_loss(logits, reference_logits, tokens, mask, beta=0.1):
    def total(z):
        losses = F.cross_entropy(z.flatten(0, 2), tokens.masked_fill(~mask, -100).flatten(), reduction="none")
        return -losses.view(mask.shape).sum(-1)

    ratio = total(logits) - total(reference_logits).detach()
    margins = beta * (ratio[0] - ratio[1])
    return -F.logsigmoid(margins).mean(), margins.detach()
