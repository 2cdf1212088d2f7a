import torch


def clipped_policy_loss(logp, old_logp, advantages, mask, epsilon=0.2):
    kind = torch.float64 if logp.dtype == torch.float64 else torch.float32
    new = torch.where(mask, logp.to(kind), 0.0)
    with torch.no_grad():
        old = torch.where(mask, old_logp.to(kind), 0.0)
        a = advantages.to(kind).reshape(len(mask), -1) * torch.ones(mask.shape, dtype=kind)
        a = torch.where(mask, a, 0.0)
    difference = new - old
    rho = torch.exp(
        torch.minimum(torch.maximum(difference, torch.full_like(difference, -20)), torch.full_like(difference, 20))
    )
    # which of the two is smaller is known from the sign of the advantage
    stopped = ((a > 0) & (rho > 1 + epsilon)) | ((a < 0) & (rho < 1 - epsilon))
    value = torch.where(stopped, (1 + epsilon * a.sign()) * a, rho * a)
    total = mask.sum().clamp(min=1)
    return -(value.sum() / total), (stopped & mask).to(kind).sum() / total
