"""The same report written differently: nested loops, sets, searchsorted bins, one table of all bootstrap rows."""

import numpy as np


def confusion_matrix(labels, predictions, k):
    matrix = np.zeros((k, k), dtype=np.int64)
    np.add.at(matrix, (labels, predictions), 1)
    return matrix


def macro_f1(matrix):
    total = 0.0
    for c in range(len(matrix)):
        hits = int(matrix[c, c])
        if hits:
            total += 2 * hits / int(matrix[c, :].sum() + matrix[:, c].sum())
    return total / len(matrix)


def choose_threshold(labels, scores):
    best, chosen = -1.0, None
    for at in sorted(set(scores.tolist())):
        value = macro_f1(confusion_matrix(labels, np.where(scores < at, 0, 1), 2))
        if value >= best:
            best, chosen = value, at
    return chosen


def bootstrap_interval(labels, predictions, k, rounds, seed):
    pairs = np.stack([labels, predictions])
    table = np.random.default_rng([seed, 17]).integers(0, len(labels), size=(rounds, len(labels)))
    values = [macro_f1(confusion_matrix(*pairs[:, rows], k)) for rows in table]
    return float(np.quantile(values, 0.025)), float(np.quantile(values, 0.975))


def calibration(labels, scores, bins):
    place = np.searchsorted(np.arange(1, bins) / bins, scores, side="right")
    found = [(scores[place == at], labels[place == at]) for at in range(bins)]
    count = np.array([len(inside) for inside, _ in found])
    means = [[part.mean() if len(part) else np.nan for part in pair] for pair in found]
    return count, *np.array(means).T


def evaluate(val_labels, val_scores, test_labels, test_scores, bins=10, rounds=200, seed=0):
    report = {"threshold": choose_threshold(val_labels, val_scores)}
    predictions = 1 * (test_scores >= report["threshold"])
    report["confusion"] = confusion_matrix(test_labels, predictions, 2)
    report["macro_f1"] = macro_f1(report["confusion"])
    report["interval"] = bootstrap_interval(test_labels, predictions, 2, rounds, seed)
    report["calibration"] = calibration(test_labels, test_scores, bins)
    return report
