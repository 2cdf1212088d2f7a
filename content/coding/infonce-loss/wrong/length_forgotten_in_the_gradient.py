"""Misconception: the gradient by the normalised row is the gradient by the row.
Shown to the learner: Normalising divides by the length and takes out whatever points along the row. Without that, long embeddings get steps as large as short ones, and lengths drift.
Must fail: gradient_by_queries
"""

import numpy as np


def infonce_loss(
    queries: np.ndarray, keys: np.ndarray, temperature: float, ids: np.ndarray | None = None
) -> tuple[float, np.ndarray, np.ndarray]:
    """Symmetric in-batch contrastive loss (van den Oord et al., 2018) and its gradients (n, d) by both sides."""
    (q, q_length), (k, k_length) = _unit(queries), _unit(keys)
    scores = q @ k.T / temperature
    if ids is not None:
        same = (ids[:, None] == ids) & ~np.eye(len(ids), dtype=bool)
        scores = np.where(same, -np.inf, scores)
    by_row, by_column = _log_softmax(scores, axis=1), _log_softmax(scores, axis=0)
    n = len(scores)
    loss = -(np.trace(by_row) + np.trace(by_column)) / (2 * n)

    by_scores = (np.exp(by_row) + np.exp(by_column) - 2 * np.eye(n)) / (2 * n * temperature)
    return float(loss), _through_unit(by_scores @ k, q, q_length), _through_unit(by_scores.T @ q, k, k_length)


def _unit(x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows scaled to length 1, rows of zeros left alone, and what each was divided by."""
    length = np.linalg.norm(x.astype(np.float64), axis=1, keepdims=True)
    length = np.where(length > 0, length, np.inf)  # 0 over infinity is 0, and so is the gradient
    return x / length, length


def _through_unit(gradient: np.ndarray, unit: np.ndarray, length: np.ndarray) -> np.ndarray:
    """Gradient by x from that by x / |x|: what points along x changes only the length, which does not count."""
    return np.where(np.isfinite(length), gradient, 0.0)


def _log_softmax(scores: np.ndarray, axis: int) -> np.ndarray:
    """The diagonal is finite, so every row and column has a finite maximum."""
    shifted = scores - scores.max(axis=axis, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))
