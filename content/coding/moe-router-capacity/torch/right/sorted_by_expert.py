import torch


def route(logits, k, capacity):
    n, e = logits.size()
    kind = torch.float64 if logits.dtype == torch.float64 else torch.float32
    z = logits.to(kind)
    p = torch.exp(z - z.detach().amax(dim=1, keepdim=True))
    p = p / p.sum(dim=1, keepdim=True)
    order = torch.sort(-logits.detach(), dim=1, stable=True).indices
    experts = order[:, :k].contiguous()
    with torch.no_grad():
        flat = experts.t().flatten()
        by_expert = torch.argsort(flat, stable=True)
        counts = torch.bincount(flat, minlength=e)
        starts = counts.cumsum(0) - counts
        place = torch.empty_like(flat)
        place[by_expert] = torch.arange(n * k) - starts[flat[by_expert]]
        slots = place.view(k, n).t()
        slots = torch.where(slots < capacity, slots, torch.full_like(slots, -1)).contiguous()
    top = torch.take_along_dim(p, experts, dim=1)
    weights = torch.where(slots >= 0, top / top.sum(1, keepdim=True), torch.zeros_like(top))
    balance = (counts.to(kind) / (n * k) * p.sum(0) / n).sum() * e
    return weights.to(logits.dtype), experts, slots, balance
