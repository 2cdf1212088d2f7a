"""Misconception: balance is about counts, so it is computed from counts.
Shown to the learner: A count is a step function: its gradient is 0 wherever it has one, and a loss made of counts has no graph at all. The shares weigh, the probabilities carry the gradient.
Must fail: balance_is_differentiable
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
    chosen = p.gather(1, experts)
    weights = (chosen / chosen.sum(dim=1, keepdim=True)).masked_fill(~kept, 0)
    share = asked.to(p.dtype).mean(dim=0)
    balance = e * (share * share).sum()
    return weights.to(logits.dtype), experts, before.masked_fill(~kept, -1), balance
