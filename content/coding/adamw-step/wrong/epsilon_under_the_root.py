"""Misconception: where the small number is added makes no difference.
Shown to the learner: Under the root it acts as its own square root, ten thousand times larger, and quiet parameters move too little. Checkpoints are tuned for the one place: outside.
Must fail: defaults
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
        mean, spread = m / (1 - betas[0] ** step), np.sqrt(v / (1 - betas[1] ** step) + eps)
        moved = (1 - lr * weight_decay) * params[name].astype(np.float64) - lr * mean / spread
        params[name] = moved.astype(params[name].dtype)
        state[name] = {"step": step, "m": m, "v": v}
    return params, state
