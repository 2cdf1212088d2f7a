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
    """Parameters and state after one step of AdamW, clipped by global norm if asked."""
    raise NotImplementedError
