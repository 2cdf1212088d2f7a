"""Misconception: a queue is sequential, so it needs a loop.
Shown to the learner: A token's place is the number of askers before it, and that is a cumulative sum over a one-hot table, or a stable sort by expert: for all tokens at once.
Must fail: many_tokens_at_once
"""

import torch


def route(logits, k, capacity):
    n, e = logits.shape
    p = logits.softmax(dim=1, dtype=torch.promote_types(logits.dtype, torch.float32))
    experts = logits.detach().argsort(dim=1, descending=True, stable=True)[:, :k]
    slots = torch.full((n, k), -1)
    length = torch.zeros(e, dtype=torch.int64)
    for choice in range(k):
        for token in range(n):
            expert = experts[token, choice]
            if length[expert] < capacity:
                slots[token, choice] = length[expert]
            length[expert] += 1
    chosen = p.gather(1, experts)
    weights = (chosen / chosen.sum(dim=1, keepdim=True)).masked_fill(slots < 0, 0)
    balance = e * (length.to(p.dtype) / (n * k) * p.mean(dim=0)).sum()
    return weights.to(logits.dtype), experts, slots, balance
