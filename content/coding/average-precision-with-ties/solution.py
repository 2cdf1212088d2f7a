import numpy as np


def average_precision(labels: np.ndarray, scores: np.ndarray, weights: np.ndarray | None = None) -> float:
    """Area under the precision-recall steps, rows of equal score entering together, O(n log n)."""
    positive = labels.astype(bool)
    weight = np.ones(len(labels)) if weights is None else weights.astype(np.float64)
    if np.isnan(scores).any():
        raise ValueError("a NaN score has no place in a ranking")
    if not (weight >= 0).all():  # also true for NaN
        raise ValueError("weights must not be negative or NaN")
    if not weight[positive].any():
        raise ValueError("recall needs a positive")
    _, group = np.unique(-scores.astype(np.float64), return_inverse=True)  # group 0 has the highest score
    hits = np.bincount(group, weight * positive)
    above = np.bincount(group, weight).cumsum()
    hits_above = hits.cumsum()
    gains = hits > 0  # elsewhere recall stands still, and above a first row of weight 0 precision is 0 / 0
    precision = hits_above[gains] / above[gains]
    return float((hits[gains] * precision).sum() / hits_above[-1])
