import torch


def cross_entropy(logits: torch.Tensor, targets: torch.Tensor, ignore_index: int = -100) -> torch.Tensor:
    """Mean negative log-likelihood of softmax(logits) over the rows that are not padding: a 0-d tensor with a graph.

    logits : (n, k) floats. targets : (n,) integers, classes 0 … k-1 or ignore_index.
    """
    raise NotImplementedError
