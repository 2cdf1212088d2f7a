"""Order of growth from measured costs over sizes, steady on a noisy machine.

CPU time is read from outside the solution, so waiting for a processor does not count; the smallest of several repeats
is taken, because noise only adds. What decides is the slope of log cost over log size, beyond that of the target order.

A single step can mislead: where arrays outgrow a cache or the allocator's threshold, linear code grows by 1.8 once. And
quadratic work hides below a linear overhead until sizes are large. So more than one step must be steep, and a doubtful
case is settled by one size more.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Literal

Judged = Literal["within", "beyond", "unsure"]

_FLOOR = {"time": 2e-4, "memory": float(1 << 20)}  # costs below are overhead of the call, or of the kernel's counting
_CLEARLY_WITHIN, _CLEARLY_BEYOND = 0.25, 0.6
_BEYOND = 0.45  # halfway: a right order was never seen above 0.35, quadratic for n log n lies at 0.9
_STEP_BEFORE = 0.2  # a steep last step counts only where the one before was steep too
_OVERALL = 0.3
_LEAST_RATIO = 4

ORDERS: dict[str, Callable[[float], float]] = {
    "1": lambda n: 1.0,
    "log n": math.log,
    "sqrt n": math.sqrt,
    "n": lambda n: n,
    "n log n": lambda n: n * math.log(n),
    "n sqrt n": lambda n: n**1.5,
    "n^2": lambda n: n**2,
    "n^2 log n": lambda n: n**2 * math.log(n),
    "n^3": lambda n: n**3,
}


def judge(sizes: Sequence[int], costs: Sequence[float], at_most: str, measure: str) -> Judged:
    """Whether costs at growing sizes (at least two) stay within the order `at_most`, a key of `ORDERS`."""
    steps = excesses(sizes, costs, at_most, measure)
    if steps[-1] <= _CLEARLY_WITHIN or costs[-1] <= _FLOOR[measure]:
        return "within"
    if steps[-1] > _CLEARLY_BEYOND and all(step > _BEYOND for step in steps[-2:]):
        return "beyond"
    return "unsure"


def settle(sizes: Sequence[int], costs: Sequence[float], at_most: str, measure: str) -> Literal["within", "beyond"]:
    """As `judge`, where nothing more can be measured."""
    judged = judge(sizes, costs, at_most, measure)
    if judged != "unsure":
        return judged
    steps = excesses(sizes, costs, at_most, measure)
    if len(steps) == 1:
        return "beyond" if steps[0] > _BEYOND else "within"
    overall = _overall_excess(sizes[-3:], costs[-3:], at_most, measure)
    steep = steps[-1] > _BEYOND and (steps[-2] > _STEP_BEFORE or overall > _OVERALL)
    return "beyond" if steep else "within"


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """Slope of log(cost) over log(size) between the two largest sizes, where constant overhead weighs least."""
    return _slope(sizes[-2:], [max(cost, 1e-12) for cost in costs[-2:]])


def excesses(sizes: Sequence[int], costs: Sequence[float], at_most: str, measure: str) -> list[float]:
    """Slope beyond the target's, from each size to the next."""
    return [_overall_excess(sizes[at : at + 2], costs[at : at + 2], at_most, measure) for at in range(len(sizes) - 1)]


def expected_ratio(size: int, larger: int, at_most: str) -> float:
    """By how much the cost may grow from one size to a larger one."""
    return ORDERS[at_most](larger) / ORDERS[at_most](size)


def next_size(sizes: Sequence[int]) -> int:
    """One size more: by the ratio of the last two, or four times as large."""
    return round(sizes[-1] * max(_LEAST_RATIO, sizes[-1] / sizes[-2]))


def _overall_excess(sizes: Sequence[int], costs: Sequence[float], at_most: str, measure: str) -> float:
    floored = [max(cost, _FLOOR[measure]) for cost in costs]
    return _slope(sizes, floored) - _slope(sizes, [ORDERS[at_most](size) for size in sizes])


def _slope(sizes: Sequence[float], values: Sequence[float]) -> float:
    return math.log(values[-1] / values[0]) / math.log(sizes[-1] / sizes[0])
