"""Misconception: equal rates are equal numbers.
Shown to the learner: 2/6 and 1/3 are equal in float64, but 0.4 - 0.3 exceeds 0.1. A pair at the very edge of the tolerance is lost to the last digit.
Must fail: rounding_is_no_unfairness
"""

from collections import deque
from typing import NamedTuple

import numpy as np

ROUNDING = 0.0


class Curve(NamedTuple):
    """A group's possible decisions, from granting nothing to granting all; rates never fall along it."""

    thresholds: np.ndarray
    tpr: np.ndarray
    fpr: np.ndarray
    earned: np.ndarray


def fair_thresholds(
    scores: np.ndarray, labels: np.ndarray, groups: np.ndarray, loss: float, tolerance: float
) -> tuple[float, float]:
    """Thresholds of groups 0 and 1 that earn most among those whose TPR and FPR differ by at most `tolerance`."""
    first, second = (_curve(scores[groups == group], labels[groups == group], loss) for group in (0, 1))
    begin, end = _allowed(first, second, tolerance + ROUNDING)
    most, best = -np.inf, (np.inf, np.inf)
    window: deque[int] = deque()  # points of the second curve that may still be the best one allowed, best first
    entered = 0
    for point in range(len(first.earned)):
        for candidate in range(entered, end[point]):
            while window and second.earned[window[-1]] <= second.earned[candidate]:
                window.pop()
            window.append(candidate)
        entered = max(entered, end[point])
        while window and window[0] < begin[point]:
            window.popleft()
        if window and first.earned[point] + second.earned[window[0]] > most:
            most = first.earned[point] + second.earned[window[0]]
            best = float(first.thresholds[point]), float(second.thresholds[window[0]])
    return best


def _curve(scores: np.ndarray, labels: np.ndarray, loss: float) -> Curve:
    """One point for each distinct score, since equal scores are granted together, and one for granting nothing."""
    order = np.argsort(-scores)
    ranked = scores[order]
    repaid = np.cumsum(labels[order] == 1)
    last_of_ties = np.flatnonzero(np.append(np.diff(ranked) != 0, True))
    tp = np.concatenate([[0], repaid[last_of_ties]])
    fp = np.concatenate([[0], last_of_ties + 1]) - tp
    thresholds = np.concatenate([[np.inf], ranked[last_of_ties]])
    return Curve(thresholds, tp / tp[-1], fp / fp[-1], tp - loss * fp)


def _allowed(first: Curve, second: Curve, slack: float) -> tuple[np.ndarray, np.ndarray]:
    """For each point of the first curve the span [begin, end) of the second that is near in both rates."""
    begin = np.maximum(
        np.searchsorted(second.tpr, first.tpr - slack),
        np.searchsorted(second.fpr, first.fpr - slack),
    )
    end = np.minimum(
        np.searchsorted(second.tpr, first.tpr + slack),
        np.searchsorted(second.fpr, first.fpr + slack),
    )
    return begin, end
