"""Misconception: multiplying by the mask takes the rest out.
Shown to the learner: 0 times NaN is NaN, in the sum and once more in the gradient. Replace logits and tokens outside the mask before the arithmetic.
Must fail: what_is_outside_the_mask_does_not_matter
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
    loss = float(np.logaddexp(0.0, -margins).mean())

    # d(-log sigmoid(m))/dm = -sigmoid(-m), written so that exp cannot overflow
    pull = -beta * np.exp(-np.logaddexp(0.0, margins)) / len(margins)
    by_token = np.stack([pull, -pull])[..., None] * mask
    gradient = -np.exp(log_p)
    np.put_along_axis(gradient, tokens[..., None], 1 + np.take_along_axis(gradient, tokens[..., None], -1), -1)
    return loss, margins, by_token[..., None] * gradient


def _log_softmax(logits: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Log-probabilities; what is outside the mask is replaced before the arithmetic, since 0 times NaN is NaN."""
    wide = logits.astype(np.float64)
    wide -= wide.max(axis=-1, keepdims=True)
    return wide - np.log(np.exp(wide).sum(axis=-1, keepdims=True))


def _likelihood(log_p: np.ndarray, tokens: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Summed log-probability (2, n) of each answer's own tokens."""
    own = np.take_along_axis(log_p, tokens[..., None], axis=-1)[..., 0]
    return (own * mask).sum(axis=-1)
