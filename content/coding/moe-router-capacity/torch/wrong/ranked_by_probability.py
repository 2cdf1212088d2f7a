"""Misconception: the softmax keeps the order, so ranking by probability is the same.
Shown to the learner: It keeps the order only until it underflows. From about 100 below the best on, every float32 probability is exactly 0, that of an expert which is switched off too, and the lower index wins. Rank the logits.
Must fail: far_behind_is_not_switched_off
"""

import torch
from torch.nn.functional import one_hot


def route(logits: torch.Tensor, k: int, capacity: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    n, e = logits.shape
    p = logits.softmax(dim=1, dtype=torch.promote_types(logits.dtype, torch.float32))
    experts = p.detach().argsort(dim=1, descending=True, stable=True)[:, :k]

    asked = one_hot(experts.T.reshape(-1), e)
    before = ((asked.cumsum(dim=0) - 1) * asked).sum(dim=1).reshape(k, n).T
    kept = before < capacity

    chosen = p.gather(1, experts)
    weights = (chosen / chosen.sum(dim=1, keepdim=True)).masked_fill(~kept, 0)
    share = asked.to(p.dtype).mean(dim=0)
    balance = e * (share * p.mean(dim=0)).sum()
    return weights.to(logits.dtype), experts, before.masked_fill(~kept, -1), balance
