"""Misconception: treating people alike means one threshold.
Shown to the learner: The same threshold gives equal rates only if both groups' scores mean the same. Here they do not, and the one fair threshold is to grant nothing, or everything.
Must fail: a_threshold_for_each_group
"""

from collections import deque
from typing import NamedTuple

import numpy as np

ROUNDING = 1e-9


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
    near, far = _allowed(first, second, tolerance + ROUNDING)
    begin = np.searchsorted(-second.thresholds, -first.thresholds, side="right") - 1
    end = np.where((begin >= near) & (begin < far), begin + 1, 0)
    most, best = -np.inf, (np.inf, np.inf)
    window: deque[int] = deque()  # points of the second curve that may still be the best one allowed, best first
    for point in range(len(first.earned)):
        window = deque(range(begin[point], end[point]))
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
        np.searchsorted(second.tpr, first.tpr - slack, side="left"),
        np.searchsorted(second.fpr, first.fpr - slack, side="left"),
    )
    end = np.minimum(
        np.searchsorted(second.tpr, first.tpr + slack, side="right"),
        np.searchsorted(second.fpr, first.fpr + slack, side="right"),
    )
    return begin, end
