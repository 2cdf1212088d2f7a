"""Misconception: the old log-probabilities are data, so they have no graph.
Shown to the learner: In the first epoch they are often the policy's own, computed a moment ago. With their graph the two gradients cancel on policy, and nothing is learned. Detach them, and the advantages too.
Must fail: nothing_else_is_trained
"""
import torch


def clipped_policy_loss(logp, old_logp, advantages, mask, epsilon=0.2):
    wide = torch.promote_types(logp.dtype, torch.float32)
    if advantages.ndim == 1:
        advantages = advantages[:, None]
    advantage = advantages.to(wide).expand(mask.shape)[mask]
    ratio = (logp.to(wide)[mask] - old_logp.to(wide)[mask]).clamp(-20, 20).exp()
    free = ratio * advantage
    held = ratio.clamp(1 - epsilon, 1 + epsilon) * advantage
    count = max(len(ratio), 1)
    return -torch.minimum(free, held).sum() / count, (held < free).sum().to(wide) / count
