"""Misconception: a small epsilon under the fraction makes the cosine of a zero vector safe.
Shown to the learner: The value is safe, its slope is not: at the zero vector it is one over epsilon, so an empty text sends a gradient a million times too large through the encoder. A row of zeros has no direction to learn: its gradient must be 0.
Must fail: an_empty_embedding
"""
import torch


def infonce_loss(queries, keys, temperature, ids=None):
    scores = _unit(queries) @ _unit(keys).T / temperature
    if ids is not None:
        same = (ids[:, None] == ids).fill_diagonal_(False)
        scores = scores.masked_fill(same, -torch.inf)
    own = scores.diagonal()
    return (scores.logsumexp(dim=1) + scores.logsumexp(dim=0) - 2 * own).mean() / 2


def _unit(x):
    wide = x.to(torch.promote_types(x.dtype, torch.float32))
    return wide / (wide.norm(dim=1, keepdim=True) + 1e-6)
