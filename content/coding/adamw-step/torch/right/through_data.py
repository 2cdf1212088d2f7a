import math

import torch


def adamw_step(params, states, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    first, second = betas
    for index, p in enumerate(params):
        if p.grad is None:
            continue
        g = p.grad.detach().clone()
        if g.dtype in (torch.float16, torch.bfloat16):
            g = g.float()
        kept = states[index]
        t = kept.get("step", 0) + 1
        m = first * kept.get("exp_avg", torch.zeros_like(g)) + (1 - first) * g
        v = second * kept.get("exp_avg_sq", torch.zeros_like(g)) + (1 - second) * g * g
        kept["step"], kept["exp_avg"], kept["exp_avg_sq"] = t, m, v
        value = p.data.to(g.dtype)
        value = value - value * lr * weight_decay
        size = lr / (1 - first**t)
        p.data = value.addcdiv(m, v.sqrt() / math.sqrt(1 - second**t) + eps, value=-size).to(p.dtype)
