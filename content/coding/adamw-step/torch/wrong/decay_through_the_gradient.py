"""Misconception: weight decay is a term of the gradient.
Shown to the learner: That is Adam with L2: the decay is divided by the size of the gradients like everything else, so weights with loud gradients hardly decay. Decoupled decay shrinks the parameter itself. Added in place, it also changes the gradient that others read.
Must fail: decay_is_decoupled
"""
import torch


@torch.no_grad()
def adamw_step(params, states, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    for param, state in zip(params, states, strict=True):
        if param.grad is None:
            continue
        wide = torch.promote_types(param.dtype, torch.float32)
        grad = param.grad.to(wide).add_(param.to(wide), alpha=weight_decay)
        if not state:
            state.update(step=0, exp_avg=torch.zeros_like(grad), exp_avg_sq=torch.zeros_like(grad))
        state["step"] += 1
        state["exp_avg"].lerp_(grad, 1 - betas[0])
        state["exp_avg_sq"].lerp_(grad.square(), 1 - betas[1])
        mean = state["exp_avg"] / (1 - betas[0] ** state["step"])
        spread = (state["exp_avg_sq"] / (1 - betas[1] ** state["step"])).sqrt()
        param.copy_(param.to(wide) - lr * mean / (spread + eps))
