"""Misconception: a weight of zero removes whatever the value is.
Shown to the learner: 0 times NaN is NaN, forwards in the product with the values, and backwards in the gradient of the scores. Replace what is padding before the products.
Must fail: garbage_in_the_padding
"""
import torch


def attention(q, k, v, padding=None, causal=False):
    t, s, d = q.shape[2], k.shape[2], q.shape[3]
    wide = torch.promote_types(q.dtype, torch.float32)
    seen = torch.ones(t, s, dtype=torch.bool, device=q.device)
    if causal:
        seen = seen.tril(s - t)
    if padding is not None:
        seen = seen & ~padding[:, None, None, :]
    scores = (q.to(wide) @ k.to(wide).mT / d**0.5).masked_fill(~seen, -torch.inf)
    weights = scores.softmax(dim=-1).masked_fill(~seen, 0)
    return (weights @ v.to(wide)).to(q.dtype)
