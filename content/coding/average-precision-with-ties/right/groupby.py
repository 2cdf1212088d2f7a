"""Pure Python: sorts once, then walks the groups of equal score from the top with two running sums."""

from itertools import groupby


def average_precision(labels, scores, weights=None):
    weights = [1.0] * len(labels) if weights is None else [float(weight) for weight in weights]
    rows = list(zip(scores.tolist(), labels.tolist(), weights))
    if any(score != score or not weight >= 0 for score, _, weight in rows):
        raise ValueError("NaN or negative")
    flagged = found = area = 0.0
    for _, group in groupby(sorted(rows, key=lambda row: row[0], reverse=True), key=lambda row: row[0]):
        gained = 0.0
        for _, label, weight in group:
            flagged += weight
            gained += weight if label else 0.0
        found += gained
        if gained:
            area += gained * found / flagged
    if not found:
        raise ValueError("no positive")
    return area / found
