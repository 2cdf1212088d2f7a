"""Misconception: a vectorised maximum over a slice costs nothing.
Shown to the learner: argmax over the allowed span still reads all of it, for every threshold of the other group. With a wide span that is n times n, however fast each read is. The span only moves forward: a sliding maximum visits each threshold once.
Must fail: grows_like_a_sort
"""

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
    begin, end = _allowed(first, second, tolerance + ROUNDING)
    most, best = -np.inf, (np.inf, np.inf)
    for point in range(len(first.earned)):
        span = second.earned[begin[point] : end[point]]
        if len(span) == 0:
            continue
        other = begin[point] + int(span.argmax())
        if first.earned[point] + second.earned[other] > most:
            most = first.earned[point] + second.earned[other]
            best = float(first.thresholds[point]), float(second.thresholds[other])
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
