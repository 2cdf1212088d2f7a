"""Misconception: the temperature is a number, so it may be read out with float().
Shown to the learner: float() and .item() cut the graph: the loss is right and the temperature never learns. Divide by the tensor itself.
Must fail: gradients_reach_everything
"""
import torch


def infonce_loss(queries, keys, temperature, ids=None):
    scores = _unit(queries) @ _unit(keys).T / float(temperature)
    if ids is not None:
        same = (ids[:, None] == ids).fill_diagonal_(False)
        scores = scores.masked_fill(same, -torch.inf)
    own = scores.diagonal()
    return (scores.logsumexp(dim=1) + scores.logsumexp(dim=0) - 2 * own).mean() / 2


def _unit(x):
    wide = x.to(torch.promote_types(x.dtype, torch.float32))
    length = wide.norm(dim=1, keepdim=True)
    return wide / length.masked_fill(length == 0, torch.inf)
