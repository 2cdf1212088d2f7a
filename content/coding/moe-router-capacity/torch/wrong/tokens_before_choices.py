"""Misconception: the queue is in the order of tokens, each with its choices one after the other.
Shown to the learner: Then a token's second choice, which it needs least, takes the place of a later token's first. All first choices ask before any second one: put the axis of choices in front before you count.
Must fail: first_choices_come_first
"""

import torch
from torch.nn.functional import one_hot


def route(logits, k, capacity):
    n, e = logits.shape
    p = logits.softmax(dim=1, dtype=torch.promote_types(logits.dtype, torch.float32))
    experts = logits.detach().argsort(dim=1, descending=True, stable=True)[:, :k]
    asked = one_hot(experts.reshape(-1), e)
    before = ((asked.cumsum(dim=0) - 1) * asked).sum(dim=1).reshape(n, k)
    kept = before < capacity
    chosen = p.gather(1, experts)
    weights = (chosen / chosen.sum(dim=1, keepdim=True)).masked_fill(~kept, 0)
    balance = e * (asked.to(p.dtype).mean(dim=0) * p.mean(dim=0)).sum()
    return weights.to(logits.dtype), experts, before.masked_fill(~kept, -1), balance
