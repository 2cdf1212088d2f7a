"""How each kind of test runs. Every runner returns nothing, and raises where the solution fails."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from holdout_judge import measure_growth
from holdout_judge.bench import Bench, as_args, drawn, only_function, ours, rng
from holdout_judge.compare import Tolerance, check
from holdout_judge.failure import Failure
from holdout_judge.proxy import Remote, Session, Sol
from holdout_judge.registry import Test
from sandbox.client import SolutionError

# What a reference may raise on purpose in the middle of a state test; anything else is a fault in it.
_MEANT = (ValueError, LookupError, RuntimeError, StopIteration, ArithmeticError)


def run(test: Test, bench: Bench) -> None:
    """Runs one test; raises on failure."""
    _RUNNERS[test.kind](test, bench)


def _case(test: Test, bench: Bench) -> None:
    test.body(Sol(bench.session))


def _property(test: Test, bench: Bench) -> None:
    for at in range(test.options["runs"]):
        test.body(Sol(bench.session), rng(test, bench, at))


def _statistical(test: Test, bench: Bench) -> None:
    values = np.atleast_1d(np.asarray(test.body(Sol(bench.session), rng(test, bench)), float))
    least = float(values.min()) if values.size and np.isfinite(values).all() else 0.0
    if least < test.options["false_alarm"] / max(values.size, 1):
        said = "the distribution is off"
        if least > 0:
            said += f": a right sampler strays this far once in {1 / least:.0e} submissions"
        raise Failure(said, public=said)


def _oracle(test: Test, bench: Bench) -> None:
    name = test.options["of"] or only_function(bench.reference())
    tolerance = Tolerance(test.options["rtol"], test.options["atol"])
    for at in range(test.options["runs"]):
        args = as_args(drawn(test, bench, at))
        twin = as_args(drawn(test, bench, at))  # the reference may change its arguments
        expected = ours(lambda twin=twin: getattr(bench.reference(), name)(*twin))
        got = bench.session.call((None, name), args, {})
        check(got, expected, tolerance, order_free=test.options["order_free"])


def _gradient(test: Test, bench: Bench) -> None:
    options = test.options
    name = options["of"] or only_function(bench.reference())
    function = getattr(bench.reference(), name)
    tolerance = Tolerance(options["rtol"], options["atol"])
    for at in range(options["runs"]):
        args = as_args(drawn(test, bench, at))
        index = options["wrt"] if isinstance(options["wrt"], int) else _position(function, options["wrt"])
        wanted = _central_differences(lambda *a: _part(function(*a), options["value"]), args, index)
        got = _part(bench.session.call((None, name), args, {}), options["grad"])
        check(got, wanted.astype(np.asarray(args[index]).dtype)[()], tolerance)


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
            ends.append(float(ours(lambda m=moved: function(*args[:index], m, *args[index + 1 :]))))
        result[place] = (ends[0] - ends[1]) / (2 * step)
    return result


def _state(test: Test, bench: Bench) -> None:
    for at in range(test.options["runs"]):
        _run_script(test, bench, (drawn(test, bench, at), drawn(test, bench, at)))


def _run_script(test: Test, bench: Bench, scripts: tuple[Any, Any]) -> None:
    """The same calls on reference and solution; arguments were drawn twice, as either may change them."""
    (init, steps), (twin_init, twin_steps) = scripts
    of, tolerance = test.options["of"], Tolerance(test.options["rtol"], test.options["atol"])
    twin = ours(lambda: getattr(bench.reference(), of)(*as_args(twin_init)))
    instance = bench.session.call((None, of), as_args(init), {})
    if not isinstance(instance, Remote):
        raise Failure(f"{of}(…) did not make an instance", public=f"{of}(…) did not make an instance.")
    for number, ((name, args), (_, twin_args)) in enumerate(zip(steps, twin_steps, strict=True), 1):
        expected = ours(partial(_step, twin, name, twin_args))
        ask = partial(_remote_step, bench.session, instance, name, args)
        if isinstance(expected, _MEANT):
            _check_raised(ask, expected, f"step {number}, {name}")
        else:
            check(ask(), expected, tolerance, where=f"step {number}, {name}: ")


def _step(instance: Any, name: str, args: Any) -> Any:
    """What a step returns, or the exception it is meant to raise."""
    try:
        return getattr(instance, name) if args is None else getattr(instance, name)(*as_args(args))
    except _MEANT as error:
        return error


def _remote_step(session: Session, instance: Remote, name: str, args: Any) -> Any:
    handle, label = instance.holdout_handle.id, f"{instance.holdout_handle.type_name}.{name}"
    if args is None:
        return session.attribute(handle, name, label)
    return session.call((handle, name), as_args(args), {}, label)


def _check_raised(ask: Callable[[], Any], expected: Exception, where: str) -> None:
    kind = type(expected).__name__
    try:
        ask()
    except SolutionError as error:
        if error.type_name == kind:
            return
        raise
    raise Failure(f"{where}: {kind} was expected", public=f"{kind} was expected.", expected=kind)


def _position(function: Callable[..., Any], name: str) -> int:
    return list(inspect.signature(function).parameters).index(name)


def _part(value: Any, at: int | None) -> Any:
    return value if at is None else value[at]


_RUNNERS: dict[str, Callable[[Test, Bench], None]] = {
    "case": _case,
    "property": _property,
    "oracle": _oracle,
    "gradient": _gradient,
    "statistical": _statistical,
    "state": _state,
    "growth": measure_growth.run,
}
