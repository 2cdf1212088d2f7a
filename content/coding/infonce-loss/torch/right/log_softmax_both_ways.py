import torch
import torch.nn.functional as F


def infonce_loss(queries, keys, temperature, ids=None):
    if queries.dtype in (torch.float16, torch.bfloat16):
        queries, keys = queries.float(), keys.float()
    n = queries.size(0)

    def normal(x):
        empty = (x == 0).all(dim=1, keepdim=True)
        safe = torch.where(empty, torch.ones_like(x), x)
        return torch.where(empty, torch.zeros_like(x), F.normalize(safe, dim=1))

    logits = torch.einsum("id,jd->ij", normal(queries), normal(keys)) / temperature
    if ids is not None:
        hide = (ids.view(-1, 1) == ids.view(1, -1)) & ~torch.eye(n, dtype=torch.bool)
        logits = torch.where(hide, torch.full_like(logits, float("-inf")), logits)
    there, back = F.log_softmax(logits, dim=1), F.log_softmax(logits.t(), dim=1)
    index = torch.arange(n)
    return -0.5 * (there[index, index].mean() + back[index, index].mean())
