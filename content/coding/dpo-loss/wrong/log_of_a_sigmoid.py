"""Misconception: the loss can be computed as it is written.
Shown to the learner: The sigmoid of a large negative margin is 0 and its log is minus infinity, for the very pairs that have most to teach. Write it with logaddexp.
Must fail: large_margins_stay_finite
"""

import numpy as np


def dpo_loss(
    logits: np.ndarray, reference_logits: np.ndarray, tokens: np.ndarray, mask: np.ndarray, beta: float = 0.1
) -> tuple[float, np.ndarray, np.ndarray]:
    """Direct preference optimisation (Rafailov et al., 2023): loss, margins (n,), gradient by the policy's logits."""
    tokens = np.where(mask, tokens, 0)  # -100 is no index
    log_p = _log_softmax(logits, mask)
    gain = _likelihood(log_p, tokens, mask) - _likelihood(_log_softmax(reference_logits, mask), tokens, mask)
    margins = beta * (gain[0] - gain[1])
    loss = float(-np.log(1 / (1 + np.exp(-margins))).mean())

    # d(-log sigmoid(m))/dm = -sigmoid(-m), written so that exp cannot overflow
    pull = -beta * (1 - 1 / (1 + np.exp(-margins))) / len(margins)
    by_token = np.stack([pull, -pull])[..., None] * mask
    gradient = -np.exp(log_p)
    np.put_along_axis(gradient, tokens[..., None], 1 + np.take_along_axis(gradient, tokens[..., None], -1), -1)
    return loss, margins, by_token[..., None] * gradient


def _log_softmax(logits: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Log-probabilities; what is outside the mask is replaced before the arithmetic, since 0 times NaN is NaN."""
    wide = np.where(mask[..., None], logits, 0.0).astype(np.float64)
    wide -= wide.max(axis=-1, keepdims=True)
    return wide - np.log(np.exp(wide).sum(axis=-1, keepdims=True))


def _likelihood(log_p: np.ndarray, tokens: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Summed log-probability (2, n) of each answer's own tokens."""
    own = np.take_along_axis(log_p, tokens[..., None], axis=-1)[..., 0]
    return (own * mask).sum(axis=-1)
