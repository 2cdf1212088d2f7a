"""Decorators that declare a problem's tests, and the loader that collects them from a `tests.py`."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from holdout_judge.compiled import compiled
from holdout_judge.order_of_growth import ORDERS

Body = Callable[..., Any]


@dataclass(frozen=True)
class Test:
    """One declared test: its name is the function's, its `why` is told to the learner."""

    name: str
    why: str
    kind: str
    body: Body
    visible: bool
    level: int
    fault: str | None
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Forbid:
    """A name the solution must not use: `numpy.sort`, `scipy.optimize`, or `.sort` for a method of any object."""

    name: str
    why: str


@dataclass(frozen=True)
class Suite:
    """What one `tests.py` declares."""

    tests: list[Test]
    forbidden: list[Forbid]


class BadTests(Exception):
    """A `tests.py` that cannot be used; the message names the file and the line."""


_tests: list[Test] = []
_forbidden: list[Forbid] = []


def _declare(kind: str, why: str, common: dict[str, Any], options: dict[str, Any]) -> Callable[[Body], Body]:
    if not isinstance(why, str) or not why.strip():
        raise ValueError("a test says why it exists")
    unknown = set(common) - {"visible", "level", "fault"}
    if unknown:
        raise TypeError(f"unknown option: {', '.join(sorted(unknown))}")
    if common.get("level", 1) < 1:
        raise ValueError("levels count from 1")
    if options.get("runs", 1) < 1:
        raise ValueError("runs must be at least 1")

    def register(body: Body) -> Body:
        if any(test.name == body.__name__ for test in _tests):
            raise ValueError(f"two tests are called {body.__name__}")
        place = (bool(common.get("visible", False)), int(common.get("level", 1)), common.get("fault"))
        _tests.append(Test(body.__name__, why, kind, body, *place, options))
        return body

    return register


def case(*, why: str, **common: Any) -> Callable[[Body], Body]:
    """Declares `def t(sol)`: plain asserts on one situation."""
    return _declare("case", why, common, {})


def property(*, why: str, runs: int = 10, **common: Any) -> Callable[[Body], Body]:
    """Declares `def t(sol, rng)`: a law that must hold on `runs` drawn inputs."""
    return _declare("property", why, common, {"runs": runs})


def oracle(
    *,
    why: str,
    runs: int = 10,
    rtol: float | None = None,
    atol: float | None = None,
    of: str | None = None,
    order_free: bool = False,
    **common: Any,
) -> Callable[[Body], Body]:
    """Declares `def t(rng) -> args`: the solution must agree with the reference on `runs` drawn inputs."""
    options = {"runs": runs, "rtol": rtol, "atol": atol, "of": of, "order_free": order_free}
    return _declare("oracle", why, common, options)


def gradient(
    *,
    why: str,
    wrt: int | str,
    runs: int = 5,
    value: int | None = 0,
    grad: int | None = 1,
    rtol: float = 1e-4,
    atol: float = 1e-7,
    of: str | None = None,
    **common: Any,
) -> Callable[[Body], Body]:
    """Declares `def t(rng) -> args`: the returned gradient against central differences of the reference's value.

    `value` and `grad` are positions in what is returned (None: the whole of it).
    """
    options = {"runs": runs, "wrt": wrt, "value": value, "grad": grad, "rtol": rtol, "atol": atol, "of": of}
    return _declare("gradient", why, common, options)


def statistical(*, why: str, false_alarm: float = 1e-7, **common: Any) -> Callable[[Body], Body]:
    """Declares `def t(sol, rng) -> p-value or p-values`: fails below `false_alarm`, shared over all of them."""
    return _declare("statistical", why, common, {"false_alarm": false_alarm})


def growth(
    *,
    why: str,
    sizes: Sequence[int],
    at_most: str,
    of: str | None = None,
    measure: str = "time",
    check: bool = True,
    **common: Any,
) -> Callable[[Body], Body]:
    """Declares `def t(rng, n) -> args`: time or memory must not grow faster than `at_most` over `sizes`.

    `check` compares the answers with the reference's, loosely: being quick for nothing is no answer. It is left out by
    itself where an argument is a generator, a stream or a function.
    """
    rising = list(sizes)
    if len(rising) < 2 or rising != sorted(set(rising)) or rising[0] < 2:
        raise ValueError("sizes must be two or more, rising, from 2 on")
    if at_most not in ORDERS:
        raise ValueError(f"at_most must be one of {', '.join(ORDERS)}")
    if measure not in ("time", "memory"):
        raise ValueError("measure must be time or memory")
    options = {"sizes": rising, "at_most": at_most, "of": of, "measure": measure, "check": check}
    return _declare("growth", why, common, options)


def state(
    *, why: str, of: str, runs: int = 5, rtol: float | None = None, atol: float | None = None, **common: Any
) -> Callable[[Body], Body]:
    """Declares `def t(rng) -> (init_args, [(method, args), ...])`: every return must agree with the reference's.

    A step `(name, None)` reads the attribute `name` instead of calling it.
    """
    return _declare("state", why, common, {"of": of, "runs": runs, "rtol": rtol, "atol": atol})


def forbid(name: str, *, why: str) -> None:
    """Forbids a name, by the source's syntax tree and at run time."""
    _forbidden.append(Forbid(name, why))


def collect(path: Path) -> Suite:
    """Runs a `tests.py` and returns what it declared, in order of level.

    Raises
    ------
    BadTests
        The file is missing, is not Python, fails while running, or declares nothing.
    """
    _tests.clear()
    _forbidden.clear()
    module = sys.modules["holdout_tests"] = ModuleType("holdout_tests")  # where dataclasses look themselves up
    module.__file__ = str(path)
    try:
        exec(compiled(path), module.__dict__)
    except OSError as error:
        raise BadTests(f"{path.name} cannot be read: {error.strerror}") from error
    except SyntaxError as error:
        raise BadTests(f"{path.name} line {error.lineno}: {error.msg}") from error
    except (Exception, SystemExit) as error:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)]
        where = f" line {lines[-1]}" if lines else ""
        raise BadTests(f"{path.name}{where}: {type(error).__name__}: {error}") from error
    if not _tests:
        raise BadTests(f"{path.name} declares no test")
    return Suite(sorted(_tests, key=lambda test: test.level), list(_forbidden))
