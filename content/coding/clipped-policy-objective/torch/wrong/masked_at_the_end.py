"""Misconception: multiplying by the mask takes the other tokens out.
Shown to the learner: 0 times NaN is NaN, and the same product stands once more in the gradient. Take the tokens that count out first, or replace the others before the arithmetic.
Must fail: what_is_outside_the_mask_does_not_matter
"""
import torch


def clipped_policy_loss(logp, old_logp, advantages, mask, epsilon=0.2):
    wide = torch.promote_types(logp.dtype, torch.float32)
    if advantages.ndim == 1:
        advantages = advantages[:, None]
    advantage = advantages.detach().to(wide)
    ratio = (logp.to(wide) - old_logp.detach().to(wide)).clamp(-20, 20).exp()
    free = ratio * advantage
    held = ratio.clamp(1 - epsilon, 1 + epsilon) * advantage
    count = mask.sum().clamp(min=1)
    return -(torch.minimum(free, held) * mask).sum() / count, ((held < free) & mask).sum().to(wide) / count
