"""Misconception: a tiny number added to the deviation takes care of equal rewards.
Shown to the learner: It hides a zero deviation and also shrinks small ones: rewards that differ by a billionth have the same order as any others, and lose nearly all of their advantage. Equal rewards are found by comparing them.
Must fail: nothing_to_teach
"""

import numpy as np

MOST = 20.0  # of a log-ratio: far beyond what clipping allows, and its exponential is harmless


def group_advantages(rewards: np.ndarray) -> np.ndarray:
    """Rewards (g, a) standardised within each problem (Shao et al., 2024); zeros where they are all equal."""
    centred = rewards - rewards.mean(axis=1, keepdims=True, dtype=np.float64)
    spread = centred.std(axis=1, keepdims=True)
    alike = rewards.max(axis=1, keepdims=True) == rewards.min(axis=1, keepdims=True)  # rounding may leave a spread
    return centred / (spread + 1e-8)


def clipped_policy_loss(
    logp: np.ndarray, old_logp: np.ndarray, advantages: np.ndarray, mask: np.ndarray, epsilon: float = 0.2
) -> tuple[float, float, np.ndarray]:
    """Minus the mean clipped objective (Schulman et al., 2017), the share clipped, and the gradient by logp (n, t)."""
    # Only the tokens that count are taken: what stands elsewhere must not take part, not even times 0.
    advantage = np.broadcast_to(advantages[:, None], mask.shape)[mask].astype(np.float64)
    log_ratio = logp[mask].astype(np.float64) - old_logp[mask]
    ratio = np.exp(np.clip(log_ratio, -MOST, MOST))
    free = ratio * advantage
    held = np.clip(ratio, 1 - epsilon, 1 + epsilon) * advantage
    clipped = held < free
    count = max(len(ratio), 1)
    gradient = np.zeros(mask.shape)
    gradient[mask] = np.where(clipped | (np.abs(log_ratio) > MOST), 0.0, -free / count)
    return -float(np.minimum(free, held).sum()) / count, float(clipped.sum()) / count, gradient
