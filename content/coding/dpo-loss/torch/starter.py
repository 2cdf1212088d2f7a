import torch


def dpo_loss(
    logits: torch.Tensor,
    reference_logits: torch.Tensor,
    tokens: torch.Tensor,
    mask: torch.Tensor,
    beta: float = 0.1,
) -> tuple[torch.Tensor, torch.Tensor]:
    """Direct preference optimisation: the mean loss, with a graph, and the margins (n,), without one.

    logits, reference_logits : (2, n, t, k), preferred answers first. tokens, mask : (2, n, t).
    """
    raise NotImplementedError
