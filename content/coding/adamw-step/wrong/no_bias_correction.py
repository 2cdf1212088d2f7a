"""Misconception: running averages find their level by themselves.
Shown to the learner: After a hundred steps, yes. Until then they still hold their start at 0, and the second one holds it longer: the first steps come out several times too long.
Must fail: the_first_steps_are_corrected
"""

from typing import Any

import numpy as np


def adamw_step(
    params: dict[str, np.ndarray],
    grads: dict[str, np.ndarray | None],
    state: dict[str, dict[str, Any]],
    lr: float = 1e-3,
    betas: tuple[float, float] = (0.9, 0.999),
    eps: float = 1e-8,
    weight_decay: float = 0.01,
    max_norm: float | None = None,
) -> tuple[dict[str, np.ndarray], dict[str, dict[str, Any]]]:
    """Parameters and state after one step of AdamW (Loshchilov and Hutter, 2019), clipped by global norm if asked."""
    present = {name: grad.astype(np.float64) for name, grad in grads.items() if grad is not None}
    scale = 1.0
    if max_norm is not None:
        norm = float(np.sqrt(sum(np.square(grad).sum() for grad in present.values())))
        scale = max_norm / norm if norm > max_norm else 1.0

    params, state = dict(params), dict(state)
    for name, grad in present.items():
        before = state.get(name, {"step": 0, "m": 0.0, "v": 0.0})
        step = before["step"] + 1
        m = betas[0] * before["m"] + (1 - betas[0]) * (grad * scale)
        v = betas[1] * before["v"] + (1 - betas[1]) * (grad * scale) ** 2
        # Both averages start at 0: dividing by the weight that gradients have in them so far undoes that.
        mean, spread = m, np.sqrt(v)
        moved = (1 - lr * weight_decay) * params[name].astype(np.float64) - lr * mean / (spread + eps)
        params[name] = moved.astype(params[name].dtype)
        state[name] = {"step": step, "m": m, "v": v}
    return params, state
