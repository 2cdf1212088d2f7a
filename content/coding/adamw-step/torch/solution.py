from typing import Any

import torch


@torch.no_grad()
def adamw_step(
    params: list[torch.Tensor],
    states: list[dict[str, Any]],
    lr: float = 1e-3,
    betas: tuple[float, float] = (0.9, 0.999),
    eps: float = 1e-8,
    weight_decay: float = 0.01,
) -> None:
    """One step of AdamW (Loshchilov and Hutter, 2019), in place, for every parameter that has a gradient."""
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
        # Both averages start at 0: dividing by the weight that they have given to gradients so far undoes that.
        mean = state["exp_avg"] / (1 - betas[0] ** state["step"])
        spread = (state["exp_avg_sq"] / (1 - betas[1] ** state["step"])).sqrt()
        decayed = (1 - lr * weight_decay) * param.to(wide)
        param.copy_(decayed - lr * mean / (spread + eps))
