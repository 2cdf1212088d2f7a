"""How each kind of test runs. Every runner returns nothing, and raises where the solution fails."""

from __future__ import annotations

import inspect
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import numpy as np

from holdout_judge.compare import Mismatch, Tolerance, close, difference
from holdout_judge.order_of_growth import overall_slope, slope, too_fast
from holdout_judge.proxy import Remote, Session, Sol
from holdout_judge.registry import Test
from sandbox.client import Solution

_REPEATS = 3
_MORE_REPEATS = 3


class ReferenceFailed(Exception):
    """The reference itself raised: a fault of ours, not of the candidate's."""


@dataclass
class Bench:
    """What a runner has at hand: the session, the reference, a way to get a fresh solution, and room for figures."""

    session: Session
    reference: Callable[[], ModuleType]
    fresh: Callable[[], Solution]
    seed: int
    growth: list[dict[str, Any]] = field(default_factory=list)


def run(test: Test, bench: Bench) -> None:
    """Runs one test; raises on failure."""
    _RUNNERS[test.kind](test, bench)


def _rng(test: Test, bench: Bench, run: int = 0) -> np.random.Generator:
    """A generator of its own for each test and run: adding a test never changes another's inputs."""
    return np.random.default_rng([zlib.crc32(test.name.encode()), bench.seed, run])


def _case(test: Test, bench: Bench) -> None:
    test.body(Sol(bench.session))


def _property(test: Test, bench: Bench) -> None:
    for at in range(test.options["runs"]):
        test.body(Sol(bench.session), _rng(test, bench, at))


def _statistical(test: Test, bench: Bench) -> None:
    values = np.atleast_1d(np.asarray(test.body(Sol(bench.session), _rng(test, bench)), float))
    least = float(values.min()) if np.isfinite(values).all() else 0.0
    if least < test.options["false_alarm"] / len(values):
        raise AssertionError(f"the distribution is off: a right sampler does this once in {1 / max(least, 1e-300):.0e}")


def _oracle(test: Test, bench: Bench) -> None:
    name = test.options["of"] or _only_function(bench.reference())
    for at in range(test.options["runs"]):
        args = _as_args(test.body(_rng(test, bench, at)))
        twin = _as_args(test.body(_rng(test, bench, at)))  # the reference may change its arguments
        expected = _reference(lambda twin=twin: getattr(bench.reference(), name)(*twin))
        got = bench.session.call((None, name), args, {})
        if test.options["order_free"]:
            got, expected = _sorted(got), _sorted(expected)
        close(got, expected, test.options["rtol"], test.options["atol"])


def _gradient(test: Test, bench: Bench) -> None:
    options = test.options
    name = options["of"] or _only_function(bench.reference())
    function = getattr(bench.reference(), name)
    for at in range(options["runs"]):
        args = _as_args(test.body(_rng(test, bench, at)))
        index = options["wrt"] if isinstance(options["wrt"], int) else _position(function, options["wrt"])
        wanted = _central_differences(lambda *a: _part(function(*a), options["value"]), args, index)
        got = _part(bench.session.call((None, name), args, {}), options["grad"])
        close(got, wanted.astype(args[index].dtype), options["rtol"], options["atol"])


def _central_differences(function: Callable[..., float], args: tuple[Any, ...], index: int) -> np.ndarray:
    """Gradient (shape of args[index]) of a scalar function, in float64; step by the cube root of the precision."""
    at = np.asarray(args[index], np.float64)
    result = np.zeros_like(at)
    for place in np.ndindex(at.shape):
        step = 6e-6 * max(1.0, abs(at[place]))
        ends = []
        for sign in (1, -1):
            moved = at.copy()
            moved[place] += sign * step
            ends.append(float(_reference(lambda m=moved: function(*args[:index], m, *args[index + 1 :]))))
        result[place] = (ends[0] - ends[1]) / (2 * step)
    return result


def _state(test: Test, bench: Bench) -> None:
    tolerance = Tolerance(test.options["rtol"], test.options["atol"])
    for at in range(test.options["runs"]):
        init, steps = test.body(_rng(test, bench, at))
        twin_init, twin_steps = test.body(_rng(test, bench, at))
        of = test.options["of"]
        twin = _reference(lambda i=twin_init: getattr(bench.reference(), of)(*_as_args(i)))
        instance = bench.session.call((None, of), _as_args(init), {})
        if not isinstance(instance, Remote):
            raise AssertionError(f"{of}(…) did not make an instance")
        for number, ((name, args), (_, twin_args)) in enumerate(zip(steps, twin_steps, strict=True), 1):
            expected = _reference(lambda n=name, a=twin_args: _step(twin, n, a))
            got = _remote_step(bench.session, instance, name, args)
            reason = difference(got, expected, tolerance)
            if reason:
                raise Mismatch(f"step {number}, {name}: {reason}", got, expected)


def _step(instance: Any, name: str, args: Any) -> Any:
    return getattr(instance, name) if args is None else getattr(instance, name)(*_as_args(args))


def _remote_step(session: Session, instance: Remote, name: str, args: Any) -> Any:
    handle = instance.holdout_handle.id
    return session.attribute(handle, name) if args is None else session.call((handle, name), _as_args(args), {})


def _growth(test: Test, bench: Bench) -> None:
    options = test.options
    sizes, measure = options["sizes"], options["measure"]
    name = options["of"] or _only_function(bench.reference())
    costs = [float("inf")] * len(sizes)
    for attempt in range(_REPEATS + _MORE_REPEATS):
        for at, size in enumerate(sizes):
            costs[at] = min(costs[at], _cost(test, bench, (name, size)))
        enough = attempt + 1 >= (1 if measure == "memory" else _REPEATS)
        if enough and not too_fast(sizes, costs, options["at_most"], measure):
            break
    exponent = slope(sizes, costs)
    bench.growth.append(
        {
            "name": test.name,
            "atMost": options["at_most"],
            "sizes": sizes,
            "seconds": costs,
            "exponent": round(exponent, 2),
            "measure": measure,
        }
    )
    if too_fast(sizes, costs, options["at_most"], measure):
        overall = max(exponent, overall_slope(sizes, costs))
        raise AssertionError(f"{measure} grows like n^{overall:.1f}; at most {options['at_most']} is asked")


def _cost(test: Test, bench: Bench, call: tuple[str, int]) -> float:
    """Seconds of CPU, or bytes, of one call; memory in a fresh child, where no earlier call left pages behind."""
    name, size = call
    args = _as_args(test.body(_rng(test, bench), size))
    solution = bench.session.solution if test.options["measure"] == "time" else bench.fresh()
    measured = solution.measure((None, name), args, {}, bench.session.left())
    return measured.cpu_s if test.options["measure"] == "time" else float(measured.peak_bytes)


def _reference(run: Callable[[], Any]) -> Any:
    try:
        return run()
    except Exception as error:
        raise ReferenceFailed(f"the reference failed: {type(error).__name__}: {error}") from error


def _only_function(module: ModuleType) -> str:
    """The one public function of the reference."""
    names = [
        name
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_")
    ]
    if len(names) != 1:
        raise ReferenceFailed(f"the test must say of= which function: {', '.join(names) or 'none'} are public")
    return names[0]


def _position(function: Callable[..., Any], name: str) -> int:
    return list(inspect.signature(function).parameters).index(name)


def _part(value: Any, at: int | None) -> Any:
    return value if at is None else value[at]


def _as_args(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _sorted(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return np.sort(value) if value.ndim <= 1 else value[np.lexsort(value.T[::-1])]
    return sorted(value, key=repr) if isinstance(value, (list, tuple)) else value


_RUNNERS: dict[str, Callable[[Test, Bench], None]] = {
    "case": _case,
    "property": _property,
    "oracle": _oracle,
    "gradient": _gradient,
    "statistical": _statistical,
    "state": _state,
    "growth": _growth,
}
