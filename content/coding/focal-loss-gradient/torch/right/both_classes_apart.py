import torch
import torch.nn.functional as F


def focal_loss(logits, y, gamma=2.0, alpha=0.25):
    z = logits.float() if logits.dtype in (torch.float16, torch.bfloat16) else logits
    t = y.to(z.dtype)
    zero = torch.zeros_like(z)
    log_p, log_q = -torch.logaddexp(zero, -z), -torch.logaddexp(zero, z)
    fraud = -alpha * torch.exp(gamma * log_q) * log_p
    other = -(1 - alpha) * torch.exp(gamma * log_p) * F.logsigmoid(-z)
    return (t * fraud + (1 - t) * other).mean()
