"""Order of growth from measured costs over sizes, steady on a noisy machine.

CPU time is read from outside the solution, so waiting for a processor does not count; the smallest of several repeats
is taken, because noise only adds. The slope of log cost over log size is compared with the slope of the target order.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

_SLACK = 0.45  # halfway to the next half order: n log n has slope about 1.1, n^2 has 2
_NOISE = {"time": 2e-4, "memory": 64 * 1024}

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


def slope(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """Slope of log(cost) over log(size) between the two largest sizes, where constant overhead weighs least."""
    a, b = costs[-2], costs[-1]
    return math.log(max(b, 1e-12) / max(a, 1e-12)) / math.log(sizes[-1] / sizes[-2])


def overall_slope(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The same between the smallest and the largest size."""
    return math.log(max(costs[-1], 1e-12) / max(costs[0], 1e-12)) / math.log(sizes[-1] / sizes[0])


def too_fast(sizes: Sequence[int], costs: Sequence[float], at_most: str, measure: str) -> bool:
    """Whether the cost grows faster than the target order allows."""
    if costs[-1] < _NOISE[measure]:
        return False
    floored = [max(cost, _NOISE[measure]) for cost in costs]
    target = [ORDERS[at_most](size) for size in sizes]
    late = slope(sizes, floored) - slope(sizes, target)
    overall = overall_slope(sizes, floored) - overall_slope(sizes, target)
    return late > _SLACK and overall > _SLACK / 2
