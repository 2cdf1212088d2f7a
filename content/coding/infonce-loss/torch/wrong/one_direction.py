"""Misconception: queries against keys is the whole loss, since the matrix is the same both ways.
Shown to the learner: The matrix is the same, its sums are not: rows compare a query with all keys, columns a key with all queries. Take the mean of both.
Must fail: agrees
"""
import torch


def infonce_loss(queries, keys, temperature, ids=None):
    scores = _unit(queries) @ _unit(keys).T / temperature
    if ids is not None:
        same = (ids[:, None] == ids).fill_diagonal_(False)
        scores = scores.masked_fill(same, -torch.inf)
    return (scores.logsumexp(dim=1) - scores.diagonal()).mean()


def _unit(x):
    wide = x.to(torch.promote_types(x.dtype, torch.float32))
    length = wide.norm(dim=1, keepdim=True)
    return wide / length.masked_fill(length == 0, torch.inf)
