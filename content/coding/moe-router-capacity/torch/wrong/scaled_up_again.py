"""Misconception: the weights of a token must sum to one over the experts that took it.
Shown to the learner: Then the one expert that was left speaks as loudly as two, and a token's output depends on how full the others were. The weights are fixed before anybody is dropped; what is dropped goes by the residual.
Must fail: example
"""

import torch
from torch.nn.functional import one_hot


def route(logits, k, capacity):
    n, e = logits.shape
    p = logits.softmax(dim=1, dtype=torch.promote_types(logits.dtype, torch.float32))
    experts = logits.detach().argsort(dim=1, descending=True, stable=True)[:, :k]
    asked = one_hot(experts.T.reshape(-1), e)
    before = ((asked.cumsum(dim=0) - 1) * asked).sum(dim=1).reshape(k, n).T
    kept = before < capacity
    chosen = p.gather(1, experts).masked_fill(~kept, 0)
    weights = chosen / chosen.sum(dim=1, keepdim=True).clamp(min=1e-9)
    balance = e * (asked.to(p.dtype).mean(dim=0) * p.mean(dim=0)).sum()
    return weights.to(logits.dtype), experts, before.masked_fill(~kept, -1), balance
