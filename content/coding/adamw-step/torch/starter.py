from typing import Any

import torch


def adamw_step(
    params: list[torch.Tensor],
    states: list[dict[str, Any]],
    lr: float = 1e-3,
    betas: tuple[float, float] = (0.9, 0.999),
    eps: float = 1e-8,
    weight_decay: float = 0.01,
) -> None:
    """One step of AdamW, in place, for every parameter that has a gradient.

    states : one dict a parameter, empty at first; keeps step, exp_avg and exp_avg_sq.
    """
    raise NotImplementedError
