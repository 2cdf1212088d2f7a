"""Misconception: a class that is never predicted has no precision, so it has no F1 to average.
Shown to the learner: Its recall is 0, and so is its F1. Left out, the model is rewarded for giving up on a class: it looks best when it predicts a single one.
Must fail: silent_class_counts
"""

from typing import Any

import numpy as np


def confusion_matrix(labels: np.ndarray, predictions: np.ndarray, k: int) -> np.ndarray:
    """Counts (k, k): rows are true classes, columns predicted ones."""
    return np.bincount(labels * k + predictions, minlength=k * k).reshape(k, k)


def macro_f1(matrix: np.ndarray) -> float:
    """Mean F1 over the classes."""
    right = np.diag(matrix)
    with np.errstate(divide="ignore", invalid="ignore"):
        precision, recall = right / matrix.sum(axis=0), right / matrix.sum(axis=1)
        f1 = np.where(right > 0, 2 * precision * recall / (precision + recall), 0.0)
    return float(np.mean(f1[matrix.sum(axis=0) > 0]))


def choose_threshold(labels: np.ndarray, scores: np.ndarray) -> float:
    """The score at or above which to predict 1, for the best macro-F1; the highest of equally good ones."""
    candidates = np.unique(scores)[::-1]
    values = [macro_f1(confusion_matrix(labels, (scores >= at).astype(int), 2)) for at in candidates]
    return float(candidates[np.argmax(values)])


def bootstrap_interval(
    labels: np.ndarray, predictions: np.ndarray, k: int, rounds: int, seed: int
) -> tuple[float, float]:
    """The 2.5 and 97.5 percentiles of macro-F1 over samples of the rows, drawn with replacement."""
    rng = np.random.default_rng(seed)
    values = []
    for _ in range(rounds):
        rows = rng.integers(len(labels), size=len(labels))
        values.append(macro_f1(confusion_matrix(labels[rows], predictions[rows], k)))
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)


def calibration(labels: np.ndarray, scores: np.ndarray, bins: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows, mean score and share of label 1 in each of so many bins of equal width; NaN where a bin is empty."""
    which = np.minimum((scores * bins).astype(int), bins - 1)  # the last bin holds 1 as well
    count = np.bincount(which, minlength=bins)
    with np.errstate(invalid="ignore"):
        return count, np.bincount(which, scores, bins) / count, np.bincount(which, labels, bins) / count


def evaluate(
    val_labels: np.ndarray,
    val_scores: np.ndarray,
    test_labels: np.ndarray,
    test_scores: np.ndarray,
    bins: int = 10,
    rounds: int = 200,
    seed: int = 0,
) -> dict[str, Any]:
    """The report on the test set, at the threshold that is best on the validation set."""
    threshold = choose_threshold(val_labels, val_scores)
    predictions = (test_scores >= threshold).astype(int)
    matrix = confusion_matrix(test_labels, predictions, 2)
    return {
        "threshold": threshold,
        "confusion": matrix,
        "macro_f1": macro_f1(matrix),
        "interval": bootstrap_interval(test_labels, predictions, 2, rounds, seed),
        "calibration": calibration(test_labels, test_scores, bins),
    }
