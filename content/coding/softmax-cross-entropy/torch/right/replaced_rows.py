import torch


def cross_entropy(logits, targets, ignore_index=-100):
    counted = targets.ne(ignore_index)
    legal = (targets >= 0) & (targets < logits.size(1))
    if not (legal | ~counted).all():
        raise ValueError("bad target")
    clean = torch.where(counted[:, None], logits, torch.zeros((), dtype=logits.dtype))
    if clean.dtype in (torch.float16, torch.bfloat16):
        clean = clean.float()
    top = clean.max(dim=1, keepdim=True).values.detach()
    shifted = clean - top
    safe = torch.where(counted, targets, torch.zeros_like(targets)).to(torch.int64)
    onehot = torch.arange(logits.size(1)) == safe[:, None]
    losses = shifted.exp().sum(1).log() - shifted[onehot]
    return losses.masked_fill(~counted, 0.0).sum() / counted.sum().clamp(min=1)
