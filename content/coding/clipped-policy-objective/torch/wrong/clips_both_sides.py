"""Misconception: the clipped ratio times the advantage is the objective.
Shown to the learner: Then a bad token that became likelier has no gradient either, and the policy cannot take the step back. The minimum of both terms keeps mistakes trainable and holds back only gains already made.
Must fail: clipping_is_one_sided
"""
import torch


def clipped_policy_loss(logp, old_logp, advantages, mask, epsilon=0.2):
    wide = torch.promote_types(logp.dtype, torch.float32)
    if advantages.ndim == 1:
        advantages = advantages[:, None]
    advantage = advantages.detach().to(wide).expand(mask.shape)[mask]
    ratio = (logp.to(wide)[mask] - old_logp.detach().to(wide)[mask]).clamp(-20, 20).exp()
    held = ratio.clamp(1 - epsilon, 1 + epsilon)
    count = max(len(ratio), 1)
    return -(held * advantage).sum() / count, (held != ratio).sum().to(wide) / count
