"""Misconception: min_child_weight is the least number of rows in a leaf.
Shown to the learner: It is the least sum of second derivatives. A hundred rows that the model is sure of carry almost no curvature, and a leaf of them would take a step of any size; that is what the limit prevents.
Must fail: child_weight_is_not_a_count
"""

import numpy as np


def derivatives(raw: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """First and second derivative of each row's log-loss in its raw score, float64, exact in relative terms.

    In the margin m, the score in favour of the true class, both probabilities have a form that never subtracts from 1.
    """
    sign = np.where(y, 1.0, -1.0)
    margin = sign * raw.astype(np.float64)
    right, miss = np.exp(-np.logaddexp(0.0, -margin)), np.exp(-np.logaddexp(0.0, margin))
    return -sign * miss, right * miss


def split_gain(
    g: np.ndarray, h: np.ndarray, left: np.ndarray, lam: float, gamma: float, min_child_weight: float
) -> float:
    """Drop of the regularised quadratic objective when the rows are split; -inf where the split is not allowed."""
    if left.all() or not left.any():
        return -np.inf
    sides = [(g[side].sum(), h[side].sum()) for side in (left, ~left)]
    if min(left.sum(), (~left).sum()) < min_child_weight:
        return -np.inf
    whole = (g.sum(), h.sum())
    scores = [slope * _over(slope, weight + lam) for slope, weight in (*sides, whole)]
    return float((scores[0] + scores[1] - scores[2]) / 2 - gamma)


def boost(
    raw: np.ndarray, y: np.ndarray, leaf: np.ndarray, n_leaves: int, lam: float, learning_rate: float
) -> tuple[np.ndarray, np.ndarray]:
    """Values (n_leaves,) of a tree's leaves, shrunk by the learning rate, and the raw scores with them added."""
    g, h = derivatives(raw, y)
    slopes = np.bincount(leaf, g, n_leaves)
    weights = np.bincount(leaf, h, n_leaves)
    values = -learning_rate * _over(slopes, weights + lam)
    return values, (raw + values[leaf]).astype(raw.dtype)


def _over(top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    """Quotient, 0 where there is nothing to divide by: an empty leaf says nothing."""
    return np.divide(top, bottom, out=np.zeros(np.shape(top)), where=bottom > 0)
