"""Misconception: the moments may have the dtype of the parameter.
Shown to the learner: In bfloat16 the average of squares stops moving long before it arrives, since a thousandth of it is less than half of its last digit; in float16 the square of 300 is infinite, and the parameter stands still. Keep both moments in float32.
Must fail: half_parameters_have_float32_moments
"""
import torch


@torch.no_grad()
def adamw_step(params, states, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    for param, state in zip(params, states, strict=True):
        if param.grad is None:
            continue
        grad = param.grad
        if not state:
            state.update(step=0, exp_avg=torch.zeros_like(grad), exp_avg_sq=torch.zeros_like(grad))
        state["step"] += 1
        state["exp_avg"].lerp_(grad, 1 - betas[0])
        state["exp_avg_sq"].lerp_(grad.square(), 1 - betas[1])
        mean = state["exp_avg"] / (1 - betas[0] ** state["step"])
        spread = (state["exp_avg_sq"] / (1 - betas[1] ** state["step"])).sqrt()
        param.copy_((1 - lr * weight_decay) * param - lr * mean / (spread + eps))
