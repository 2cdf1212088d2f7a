import math

import torch


def attention(q, k, v, padding=None, causal=False):
    b, h, t, d = q.shape
    s = k.size(2)
    kind = torch.float64 if q.dtype == torch.float64 else torch.float32
    mask = torch.zeros(b, 1, t, s, dtype=torch.bool)
    if causal:
        mask = mask | (torch.arange(s)[None, :] > torch.arange(t)[:, None] + (s - t))
    if padding is not None:
        mask = mask | padding.view(b, 1, 1, s)
        gone = padding.view(b, 1, s, 1)
        k = torch.where(gone, torch.zeros((), dtype=k.dtype), k)
        v = torch.where(gone, torch.zeros((), dtype=v.dtype), v)
    scores = torch.einsum("bhtd,bhsd->bhts", q.to(kind) / math.sqrt(d), k.to(kind))
    with torch.no_grad():
        top = scores.masked_fill(mask, -1e30).amax(dim=-1, keepdim=True)
    powers = torch.exp((scores - top).masked_fill(mask, -math.inf))
    total = powers.sum(dim=-1, keepdim=True)
    weights = powers / torch.where(total == 0, torch.ones_like(total), total)
    return torch.einsum("bhts,bhse->bhte", weights, v.to(kind)).to(q.dtype)
