import numpy as np


def roc_auc(labels: np.ndarray, scores: np.ndarray) -> float:
    """Area under the ROC curve by midranks (the Mann-Whitney statistic), O(n log n)."""
    positive = labels.astype(bool)
    positives = int(positive.sum())
    negatives = len(positive) - positives
    if positives == 0 or negatives == 0:
        raise ValueError("AUC needs both classes")
    if np.isnan(scores).any():
        raise ValueError("a NaN score has no rank")
    _, group, size = np.unique(scores, return_inverse=True, return_counts=True)
    midrank = np.cumsum(size) - (size - 1) / 2  # ranks from 1; tied scores share the mean of theirs
    rank_sum = midrank[group[positive]].sum()
    return float((rank_sum - positives * (positives + 1) / 2) / (positives * negatives))
