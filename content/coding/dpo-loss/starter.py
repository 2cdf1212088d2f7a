import numpy as np


def dpo_loss(
    logits: np.ndarray, reference_logits: np.ndarray, tokens: np.ndarray, mask: np.ndarray, beta: float = 0.1
) -> tuple[float, np.ndarray, np.ndarray]:
    """Direct preference optimisation: loss, margins (n,), gradient by the policy's logits (2, n, t, k)."""
    raise NotImplementedError
