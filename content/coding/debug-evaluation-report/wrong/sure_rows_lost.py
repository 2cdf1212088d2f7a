"""Misconception: bins are half open, so every score is in exactly one.
Shown to the learner: All but the score 1, which lies above every half-open bin. Those are the rows that the model is surest of, and where overconfidence costs most. Check that the counts add up to the number of rows.
Must fail: score_one_is_in_the_last_bin
"""

from typing import Any

import numpy as np


def confusion_matrix(labels: np.ndarray, predictions: np.ndarray, k: int) -> np.ndarray:
    """Counts (k, k): rows are true classes, columns predicted ones."""
    return np.bincount(labels * k + predictions, minlength=k * k).reshape(k, k)


def macro_f1(matrix: np.ndarray) -> float:
    """Mean over all classes of F1 = 2 TP / (2 TP + FP + FN), 0 where that is 0 / 0."""
    right, either = np.diag(matrix), matrix.sum(axis=0) + matrix.sum(axis=1)
    return float(np.mean(2 * right / np.maximum(either, 1)))


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
    edges = np.linspace(0.0, 1.0, bins + 1)
    count, mean_score, share = np.zeros(bins, dtype=int), np.full(bins, np.nan), np.full(bins, np.nan)
    for at in range(bins):
        inside = (scores >= edges[at]) & (scores < edges[at + 1])
        count[at] = inside.sum()
        if count[at]:
            mean_score[at], share[at] = scores[inside].mean(), labels[inside].mean()
    return count, mean_score, share


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
