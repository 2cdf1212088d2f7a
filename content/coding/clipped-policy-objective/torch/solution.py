import torch

MOST = 20.0  # of a log-ratio: the exponential of 89 is beyond float32


def clipped_policy_loss(
    logp: torch.Tensor,
    old_logp: torch.Tensor,
    advantages: torch.Tensor,
    mask: torch.Tensor,
    epsilon: float = 0.2,
) -> tuple[torch.Tensor, torch.Tensor]:
    """Minus the mean clipped objective (Schulman et al., 2017), with a graph, and the clipped share, without one."""
    wide = torch.promote_types(logp.dtype, torch.float32)
    if advantages.ndim == 1:
        advantages = advantages[:, None]
    # Only the tokens that count are taken: what stands elsewhere must not take part, not even times 0.
    advantage = advantages.detach().to(wide).expand(mask.shape)[mask]
    log_ratio = (logp.to(wide)[mask] - old_logp.detach().to(wide)[mask]).clamp(-MOST, MOST)
    ratio = log_ratio.exp()
    free = ratio * advantage
    held = ratio.clamp(1 - epsilon, 1 + epsilon) * advantage
    count = max(len(ratio), 1)
    return -torch.minimum(free, held).sum() / count, (held < free).sum().to(wide) / count
