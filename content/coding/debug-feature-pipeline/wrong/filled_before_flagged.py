"""Misconception: the flag can be taken from the filled column.
Shown to the learner: Once the gaps are filled there is nothing left to flag, and the model never learns that the value was missing. Remember the gaps first, and fill a copy.
Must fail: gaps_are_flagged
"""

from collections import Counter, defaultdict, deque

import numpy as np


def recent_activity(
    cards: np.ndarray, times: np.ndarray, amounts: np.ndarray, horizon: int
) -> tuple[np.ndarray, np.ndarray]:
    """Number and sum of a card's earlier payments, at most `horizon` seconds old, for each row of the log."""
    windows, totals = defaultdict(deque), defaultdict(int)
    counts, sums = [], []
    for card, time, amount in zip(cards.tolist(), times.tolist(), amounts.tolist(), strict=True):
        window = windows[card]
        while window and time - window[0][0] > horizon:
            totals[card] -= window.popleft()[1]
        counts.append(len(window))
        sums.append(totals[card])
        window.append((time, amount))
        totals[card] += amount
    return np.array(counts, dtype=np.int64), np.array(sums, dtype=np.int64)


def encode(categories: np.ndarray, labels: np.ndarray, folds: np.ndarray, weight: float) -> np.ndarray:
    """Smoothed mean label of each row's category, from the other folds alone."""
    encoded = np.zeros(len(labels))
    for fold in np.unique(folds):
        inside = folds == fold
        known, values = categories[~inside], labels[~inside]
        prior = values.mean()
        for category in np.unique(categories[inside]):
            own = values[known == category]
            encoded[inside & (categories == category)] = (own.sum() + weight * prior) / (len(own) + weight)
    return encoded


def fill(train: np.ndarray, column: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The column with the training median in its gaps, and where these were."""
    missing = np.isnan(column)
    filled = np.where(missing, np.nanmedian(train), column)
    return filled, np.isnan(filled)


def codes(train: np.ndarray, column: np.ndarray, min_count: int) -> np.ndarray:
    """Codes of categories by falling frequency in training, from 1; 0 for those that are rare or unknown there."""
    counts = Counter(train.tolist())
    kept = [category for category, count in counts.items() if count >= min_count]
    kept.sort(key=lambda category: (-counts[category], category))
    code_of = {category: code for code, category in enumerate(kept, start=1)}
    return np.array([code_of.get(category, 0) for category in column.tolist()], dtype=np.int64)
