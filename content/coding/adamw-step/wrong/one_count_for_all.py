"""Misconception: the step is counted for the optimiser as a whole.
Shown to the learner: A parameter that gets its first gradient late has averages that are just starting, and needs the correction of a first step. Count for each parameter.
Must fail: no_gradient_no_step
"""

import numpy as np


def adamw_step(params, grads, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01, max_norm=None):
    present = {name: grad.astype(np.float64) for name, grad in grads.items() if grad is not None}
    scale = 1.0
    if max_norm is not None:
        norm = float(np.sqrt(sum(np.square(grad).sum() for grad in present.values())))
        scale = max_norm / norm if norm > max_norm else 1.0
    step = max((entry["step"] for entry in state.values()), default=0) + 1
    params, state = dict(params), dict(state)
    for name, grad in present.items():
        before = state.get(name, {"m": 0.0, "v": 0.0})
        m = betas[0] * before["m"] + (1 - betas[0]) * (grad * scale)
        v = betas[1] * before["v"] + (1 - betas[1]) * (grad * scale) ** 2
        mean, spread = m / (1 - betas[0] ** step), np.sqrt(v / (1 - betas[1] ** step))
        moved = (1 - lr * weight_decay) * params[name].astype(np.float64) - lr * mean / (spread + eps)
        params[name] = moved.astype(params[name].dtype)
        state[name] = {"step": step, "m": m, "v": v}
    return params, state
