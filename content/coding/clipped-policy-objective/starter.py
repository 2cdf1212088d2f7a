import numpy as np


def group_advantages(rewards: np.ndarray) -> np.ndarray:
    """Rewards (g, a) standardised within each problem; zeros where they are all equal."""
    raise NotImplementedError


def clipped_policy_loss(
    logp: np.ndarray, old_logp: np.ndarray, advantages: np.ndarray, mask: np.ndarray, epsilon: float = 0.2
) -> tuple[float, float, np.ndarray]:
    """Minus the mean clipped objective, the share clipped, and the gradient by logp (n, t)."""
    raise NotImplementedError
