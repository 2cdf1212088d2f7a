import torch


def infonce_loss(
    queries: torch.Tensor, keys: torch.Tensor, temperature: float | torch.Tensor, ids: torch.Tensor | None = None
) -> torch.Tensor:
    """Symmetric in-batch contrastive loss over cosines: a 0-d tensor with a graph.

    queries, keys : (n, d), row i belongs to row i. ids : (n,) integers; equal ids are no negatives of each other.
    """
    raise NotImplementedError
