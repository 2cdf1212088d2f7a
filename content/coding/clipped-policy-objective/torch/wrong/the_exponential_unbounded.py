"""Misconception: clipping the ratio also tames its exponential.
Shown to the learner: The loss is finite, for the minimum takes the clipped term. But autograd multiplies the 0 that comes back from the other term by the exponential, and 0 times infinity is NaN. Bound the log-ratio before the exponential.
Must fail: runaway_ratios_stay_finite
"""
import torch


def clipped_policy_loss(logp, old_logp, advantages, mask, epsilon=0.2):
    wide = torch.promote_types(logp.dtype, torch.float32)
    if advantages.ndim == 1:
        advantages = advantages[:, None]
    advantage = advantages.detach().to(wide).expand(mask.shape)[mask]
    ratio = (logp.to(wide)[mask] - old_logp.detach().to(wide)[mask]).exp()
    free = ratio * advantage
    held = ratio.clamp(1 - epsilon, 1 + epsilon) * advantage
    count = max(len(ratio), 1)
    return -torch.minimum(free, held).sum() / count, (held < free).sum().to(wide) / count
