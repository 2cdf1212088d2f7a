import torch


def cross_entropy(logits: torch.Tensor, targets: torch.Tensor, ignore_index: int = -100) -> torch.Tensor:
    """Mean negative log-likelihood of softmax(logits) over the rows that are not padding: a 0-d tensor with a graph."""
    counted = targets != ignore_index
    labels = targets[counted].long()
    if ((labels < 0) | (labels >= logits.shape[1])).any():
        raise ValueError(f"a target is neither one of {logits.shape[1]} classes nor {ignore_index}")
    # Taken out, not masked afterwards: a NaN that took part in the arithmetic comes back through the gradient.
    rows = logits[counted]
    log_p = rows.log_softmax(dim=1, dtype=torch.promote_types(logits.dtype, torch.float32))
    # A sum over no rows is 0 and has a graph; a mean would be NaN.
    return -log_p.gather(1, labels[:, None]).sum() / max(len(labels), 1)
