import torch


def clipped_policy_loss(
    logp: torch.Tensor,
    old_logp: torch.Tensor,
    advantages: torch.Tensor,
    mask: torch.Tensor,
    epsilon: float = 0.2,
) -> tuple[torch.Tensor, torch.Tensor]:
    """Minus the mean clipped objective, with a graph, and the share of tokens that are clipped, without one.

    logp, old_logp, mask : (n, t). advantages : (n,) or (n, t).
    """
    raise NotImplementedError
