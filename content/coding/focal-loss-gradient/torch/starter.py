import torch


def focal_loss(logits: torch.Tensor, y: torch.Tensor, gamma: float = 2.0, alpha: float = 0.25) -> torch.Tensor:
    """Mean focal loss as a 0-d tensor with a graph.

    logits : floats of any shape. y : the same shape, 0 and 1 (1 is fraud).
    """
    raise NotImplementedError
