"""Runs a growth test: measures one function at growing sizes until its order is clear."""

from __future__ import annotations

import random
import time
from typing import Any

import numpy as np

from holdout_judge import order_of_growth
from holdout_judge.bench import Bench, as_args, drawn, only_function, ours
from holdout_judge.compare import Tolerance, check
from holdout_judge.failure import Failure, OurFault
from holdout_judge.registry import Test
from holdout_judge.transcript import weight
from sandbox.client import SolutionDied, Stream

_MOST_ROUNDS = 6
_SPARE = 1.5  # how much longer than the last a round may take
_LONG_S, _VERY_LONG_S = 20e-3, 1.0
_SHORT_S = 2e-3  # runs this short are repeated: their noise is largest and they cost little
_SHORT_REPEATS = 3
_MOST_EXTRA_SIZES, _MOST_EXTRA_BYTES = 3, 32 << 20
_SLOW_S, _QUICK_S, _SLOWER, _RISING = 3e-3, 50e-3, 8, 0.05
_SHORT_EXTRA_S = 0.3
_PATIENCE, _FAR_BEYOND = 8, 3  # of the time that the order foretells: when to stop waiting, and what settles it
_HOPELESS_S = 1.0  # a larger size that would take this long is not tried where those before were clearly too steep
_LOOSE = Tolerance(1e-3, 1e-6)
_OPEN = (Stream, np.random.Generator, random.Random)  # what draws from them may answer in many ways


def run(test: Test, bench: Bench) -> None:
    """Measures, keeps the figures in `bench.growth`, and raises where the order is beyond what is asked."""
    measuring = Measuring(test, bench)
    try:
        judged, reached = measuring.judged(), ""
    except Hopeless:
        judged, reached = "beyond", f" up to n = {measuring.reached()}, and larger inputs would take far more time"
    except SolutionDied as died:
        if died.kind != "time-limit" or not measuring.steep():
            raise
        bench.fresh()
        judged, reached = "beyond", f" up to n = {measuring.reached()}, and larger inputs took more than the time"
    finally:
        measuring.keep()
    if judged == "beyond":
        order = f"{test.options['measure']} grows like n^{measuring.exponent():.1f}{reached}"
        said = f"{order}; at most {test.options['at_most']} is asked"
        raise Failure(said, public=said)


class Hopeless(Exception):
    """The sizes measured so far settle it, and the next one would only make the candidate wait."""


class Measuring:
    """The costs of one function at growing sizes; `costs` holds the smallest seen at each."""

    def __init__(self, test: Test, bench: Bench) -> None:
        self.test, self.bench = test, bench
        self.measure, self.at_most = test.options["measure"], test.options["at_most"]
        self.name = test.options["of"] or only_function(bench.reference())
        self.sizes: list[int] = list(test.options["sizes"])
        self.costs: list[float] = []
        self.reference_s = 0.0  # at the largest size; 0 where it was not asked

    def judged(self) -> order_of_growth.Judged:
        """Rounds over all sizes until the answer is clear; larger sizes where it is not, or looks too good."""
        judged = self.rounds()
        for _ in range(_MOST_EXTRA_SIZES):
            doubtful = judged == "unsure" or (judged == "within" and self.suspicious())
            if not doubtful or not self.extend():
                break
            judged = order_of_growth.judge(self.sizes, self.costs, self.at_most, self.measure)
        return order_of_growth.settle(self.sizes, self.costs, self.at_most, self.measure)

    def rounds(self) -> order_of_growth.Judged:
        """What the sizes that the author chose say."""
        for attempt in range(_MOST_ROUNDS):
            begun = time.monotonic()
            self.round(attempt)
            judged = order_of_growth.judge(self.sizes, self.costs, self.at_most, self.measure)
            if judged != "unsure" and (attempt > 0 or self.steady(judged)):
                break
            if self.bench.session.remaining() < _SPARE * (time.monotonic() - begun):
                break
        return judged

    def steady(self, judged: order_of_growth.Judged) -> bool:
        """Whether one round says enough: noise adds time, so it can fake a steep order but hardly a flat one."""
        last = self.costs[-1]
        return self.measure == "memory" or last > (_LONG_S if judged == "within" else _VERY_LONG_S)

    def round(self, attempt: int) -> None:
        """One cost at each size, in a fresh child on fresh inputs: what remembers others is fast for nothing."""
        if self.measure == "time":
            self.bench.fresh()
            self.cost(self.args(attempt, self.sizes[0]))  # the first call pays for what is loaded late
        for at, size in enumerate(self.sizes):
            if at == len(self.costs) and self.hopeless(size):
                raise Hopeless
            cost = self.cost(self.args(attempt, size), self.checked(attempt, size))
            for repeat in range(1, _SHORT_REPEATS if self.measure == "time" and cost < _SHORT_S else 1):
                cost = min(cost, self.cost(self.args(attempt + _MOST_ROUNDS * repeat, size)))
            if at == len(self.costs):
                self.costs.append(cost)
            self.costs[at] = min(self.costs[at], cost)

    def hopeless(self, size: int) -> bool:
        """Whether the next size would take long, and the last step was clearly too steep, which noise does not fake."""
        known = len(self.costs)
        if self.measure != "time" or known < 2:
            return False
        sizes = self.sizes[:known]
        steep = order_of_growth.judge(sizes, self.costs, self.at_most, self.measure) == "beyond"
        foretold = self.costs[-1] * (size / sizes[-1]) ** order_of_growth.exponent(sizes, self.costs)
        return steep and foretold > _HOPELESS_S

    def suspicious(self) -> bool:
        """Whether an overhead may hide a steeper part: far slower than the reference, and quick yet or rising."""
        rising = order_of_growth.excesses(self.sizes, self.costs, self.at_most, self.measure)[-1] > _RISING
        slow = self.costs[-1] > max(_SLOW_S, _SLOWER * self.reference_s)
        told = self.measure == "time" and self.reference_s > 0
        return told and slow and (rising or self.costs[-1] < _QUICK_S)

    def extend(self) -> bool:
        """One size more than the author asked for, where it is affordable; whether it was measured."""
        size = order_of_growth.next_size(self.sizes)
        expected = self.costs[-1] * order_of_growth.expected_ratio(self.sizes[-1], size, self.at_most)
        carried = sum(map(weight, self.args(0, self.sizes[-1]))) * size / self.sizes[-1]
        left = self.bench.session.remaining()
        if carried > _MOST_EXTRA_BYTES or (self.measure == "time" and left < 2 * expected):
            return False
        cost = self.extra_cost(size, expected, min(left, max(1.0, _PATIENCE * expected)))
        if cost is None:
            return False
        self.sizes.append(size)
        self.costs.append(cost)
        return True

    def extra_cost(self, size: int, expected: float, at_most_s: float) -> float | None:
        """As `cost`; of a run that never ended, what it took until then, where that is too much on any machine."""
        try:
            args = [self.args(attempt, size) for attempt in range(2)]
        except OurFault:  # the author did not think of this size
            return None
        child = self.bench.fresh()
        try:
            cost = self.cost(args[0], at_most_s=at_most_s)
            return min(cost, self.cost(args[1])) if cost < _SHORT_EXTRA_S else cost
        except SolutionDied as died:
            used = child.close().cpu_s
            self.bench.fresh()
            return used if died.kind == "time-limit" and used > _FAR_BEYOND * expected else None

    def args(self, attempt: int, size: int) -> tuple[Any, ...]:
        return as_args(drawn(self.test, self.bench, attempt, size))

    def checked(self, attempt: int, size: int) -> tuple[Any, ...] | None:
        """The arguments for the reference, where the answer is to be checked: once at each size."""
        if attempt > 0 or not self.test.options["check"]:
            return None
        args = self.args(attempt, size)
        return None if any(isinstance(arg, _OPEN) or callable(arg) for arg in args) else args

    def cost(self, args: tuple[Any, ...], twin: tuple[Any, ...] | None = None, at_most_s: float | None = None) -> float:
        """Seconds of CPU, or bytes, of one call; memory in a fresh child, where no earlier call left pages behind."""
        if self.measure == "memory":
            self.bench.fresh()
        measured = self.bench.session.measure(self.name, args, at_most_s)
        if twin is not None:
            begun = time.process_time()
            expected = ours(lambda: getattr(self.bench.reference(), self.name)(*twin))
            self.reference_s = time.process_time() - begun
            check(measured.value, expected, _LOOSE)
        return measured.cpu_s if self.measure == "time" else float(measured.peak_bytes)

    def exponent(self) -> float:
        return order_of_growth.exponent(self.sizes[: len(self.costs)], self.costs)

    def reached(self) -> int:
        return self.sizes[len(self.costs) - 1]

    def steep(self) -> bool:
        """Whether the sizes measured so far are beyond the order."""
        known = len(self.costs)
        if known < 2:
            return False
        return order_of_growth.settle(self.sizes[:known], self.costs, self.at_most, self.measure) == "beyond"

    def keep(self) -> None:
        """Leaves the figures for the verdict, also where the solution died on the way."""
        measured = len(self.costs)
        figures = {
            "name": self.test.name,
            "atMost": self.at_most,
            "sizes": self.sizes[:measured],
            "seconds": self.costs,
            "exponent": round(self.exponent(), 2) if measured > 1 else 0.0,
            "measure": self.measure,
        }
        if measured:
            self.bench.growth.append(figures)
