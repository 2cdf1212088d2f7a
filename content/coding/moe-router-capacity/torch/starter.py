import torch


def route(logits: torch.Tensor, k: int, capacity: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Top-k routing with a capacity for each expert: weights, experts and slots (n, k), and the balance loss.

    logits : (n, e). An expert takes the first `capacity` of its askers, first choices before second ones.
    """
    raise NotImplementedError
