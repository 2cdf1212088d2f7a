import torch


def infonce_loss(
    queries: torch.Tensor, keys: torch.Tensor, temperature: float | torch.Tensor, ids: torch.Tensor | None = None
) -> torch.Tensor:
    """Symmetric in-batch contrastive loss over cosines (van den Oord et al., 2018; Radford et al., 2021)."""
    scores = _unit(queries) @ _unit(keys).T / temperature
    if ids is not None:
        same = (ids[:, None] == ids).fill_diagonal_(False)
        scores = scores.masked_fill(same, -torch.inf)
    own = scores.diagonal()
    return (scores.logsumexp(dim=1) + scores.logsumexp(dim=0) - 2 * own).mean() / 2


def _unit(x: torch.Tensor) -> torch.Tensor:
    """Rows scaled to length 1; a row of zeros stays, and divides what comes back to it by infinity."""
    wide = x.to(torch.promote_types(x.dtype, torch.float32))
    length = wide.norm(dim=1, keepdim=True)
    return wide / length.masked_fill(length == 0, torch.inf)
