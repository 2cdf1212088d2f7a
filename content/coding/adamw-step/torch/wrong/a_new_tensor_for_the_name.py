"""Misconception: param = param - update changes the parameter.
Shown to the learner: It binds a local name to a new tensor; the model keeps the old one and never learns. Write into the parameter, under no_grad, with copy_, sub_ or the like.
Must fail: example
"""
import torch


@torch.no_grad()
def adamw_step(params, states, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    for param, state in zip(params, states, strict=True):
        if param.grad is None:
            continue
        wide = torch.promote_types(param.dtype, torch.float32)
        grad = param.grad.to(wide)
        if not state:
            state.update(step=0, exp_avg=torch.zeros_like(grad), exp_avg_sq=torch.zeros_like(grad))
        state["step"] += 1
        state["exp_avg"].lerp_(grad, 1 - betas[0])
        state["exp_avg_sq"].lerp_(grad.square(), 1 - betas[1])
        mean = state["exp_avg"] / (1 - betas[0] ** state["step"])
        spread = (state["exp_avg_sq"] / (1 - betas[1] ** state["step"])).sqrt()
        param = (1 - lr * weight_decay) * param - lr * mean / (spread + eps)
