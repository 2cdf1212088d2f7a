import torch


def dpo_loss(logits, reference_logits, tokens, mask, beta=0.1):
    kind = torch.float64 if logits.dtype == torch.float64 else torch.float32
    which = mask.nonzero(as_tuple=True)
    picked = tokens[which].to(torch.int64)[:, None]

    def total(z):
        rows = z[which].to(kind)
        each = rows.gather(1, picked)[:, 0] - torch.logsumexp(rows, dim=1)
        return torch.zeros(mask.shape[:2], dtype=kind).index_put(which[:2], each, accumulate=True)

    ratio = total(logits) - total(reference_logits.detach())
    m = beta * (ratio[0] - ratio[1])
    return torch.logaddexp(torch.zeros_like(m), -m).mean(), m.detach()
