import torch
from torch.nn.functional import logsigmoid


def focal_loss(logits: torch.Tensor, y: torch.Tensor, gamma: float = 2.0, alpha: float = 0.25) -> torch.Tensor:
    """Mean focal loss (Lin et al., 2017) as a 0-d tensor with a graph.

    Everything stays in log space: autograd then meets neither 1 / p where p is 0 nor a power of 1 - p where that is 0.
    """
    wide = logits.to(torch.promote_types(logits.dtype, torch.float32))
    is_fraud = y.bool()
    margin = torch.where(is_fraud, wide, -wide)  # in favour of the true class
    modulating = torch.exp(gamma * logsigmoid(-margin))
    loss = -modulating * logsigmoid(margin)
    # A tensor of the two weights would be float32, whatever the logits are.
    return torch.where(is_fraud, alpha * loss, (1 - alpha) * loss).mean()
