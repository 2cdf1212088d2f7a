import torch
from torch.nn.functional import one_hot


def route(logits: torch.Tensor, k: int, capacity: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Top-k routing with a capacity for each expert and its load-balancing loss (Fedus et al., 2022)."""
    n, e = logits.shape
    p = logits.softmax(dim=1, dtype=torch.promote_types(logits.dtype, torch.float32))
    # By logits, not by p: there the far ones are all 0, those switched off among them. A stable sort puts the lower of
    # equal experts first; topk promises no order among them.
    experts = logits.detach().argsort(dim=1, descending=True, stable=True)[:, :k]

    asked = one_hot(experts.T.reshape(-1), e)  # (k n, e) in order of asking: all first choices, then all second ones
    before = ((asked.cumsum(dim=0) - 1) * asked).sum(dim=1).reshape(k, n).T
    kept = before < capacity

    chosen = p.gather(1, experts)
    weights = (chosen / chosen.sum(dim=1, keepdim=True)).masked_fill(~kept, 0)
    share = asked.to(p.dtype).mean(dim=0)
    balance = e * (share * p.mean(dim=0)).sum()
    return weights.to(logits.dtype), experts, before.masked_fill(~kept, -1), balance
