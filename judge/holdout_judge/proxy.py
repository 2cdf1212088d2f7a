"""`sol`, as tests see it: attributes are functions of the solution, instances stay inside it and are called from here."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sandbox.client import Handle, Solution, SolutionDied, SolutionError, Stream

_MAX_RECORDED = 400


class OutOfTime(SolutionDied):
    """The test's time was used up before the call."""


@dataclass
class Call:
    """One recorded call: what went in and how it ended (value, or the exception)."""

    target: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    outcome: Any


class Session:
    """The calls of one test to one solution: keeps the deadline and the transcript."""

    def __init__(self, solution: Solution, deadline: float) -> None:
        self.solution, self.deadline = solution, deadline
        self.calls: list[Call] = []
        solution.wrap = lambda handle: Remote(self, handle)

    def call(self, target: tuple[int | None, str], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Calls through to the solution and records how it ended."""
        return self._recorded(target[1], args, kwargs, lambda: self.solution.call(target, args, kwargs, self.left()))

    def call_inout(self, name: str, args: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
        """As `call`, with the arguments as they are afterwards."""
        return self._recorded(name, args, {}, lambda: self.solution.call_inout((None, name), args, {}, self.left()))

    def attribute(self, handle: int | None, name: str) -> Any:
        """The value of an attribute inside the solution."""
        return self._recorded(f".{name}", (), {}, lambda: self.solution.getattr(handle, name))

    def left(self) -> float:
        """Seconds left of the test's time."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise OutOfTime("time-limit", "the test's time is used up")
        return left

    def _recorded(self, target: str, args: tuple[Any, ...], kwargs: dict[str, Any], run: Callable[[], Any]) -> Any:
        call = Call(target, args, kwargs, None)
        if len(self.calls) < _MAX_RECORDED:
            self.calls.append(call)
        try:
            call.outcome = run()
        except Exception as error:
            call.outcome = error
            raise
        return call.outcome


class Function:
    """A function or class of the solution."""

    def __init__(self, session: Session, name: str) -> None:
        self._session, self._name = session, name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._session.call((None, self._name), args, kwargs)


class Sol:
    """The solution's module: `sol.softmax(x)`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __getattr__(self, name: str) -> Function:
        if name.startswith("__"):
            raise AttributeError(name)
        return Function(self._session, name)


class Remote:
    """An object that lives inside the solution: an instance, a closure, a generator."""

    def __init__(self, session: Session, handle: Handle) -> None:
        self._session, self.holdout_handle = session, handle

    def __repr__(self) -> str:
        return repr(self.holdout_handle)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._session.attribute(self.holdout_handle.id, name)

    def _special(self, name: str, *args: Any, **kwargs: Any) -> Any:
        return self._session.call((self.holdout_handle.id, name), args, kwargs)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._special("__call__", *args, **kwargs)

    def __len__(self) -> int:
        try:
            return int(self._special("__len__"))
        except SolutionError as error:
            if error.type_name in ("AttributeError", "TypeError"):  # list() asks every iterable, also a generator
                raise TypeError(f"a {self.holdout_handle.type_name} has no length") from error
            raise

    def __getitem__(self, key: Any) -> Any:
        return self._special("__getitem__", key)

    def __contains__(self, key: Any) -> bool:
        return bool(self._special("__contains__", key))

    def __iter__(self) -> Iterator[Any]:
        inner = self._special("__iter__")
        return iter(inner) if isinstance(inner, (list, tuple)) else inner

    def __next__(self) -> Any:
        try:
            return self._special("__next__")
        except SolutionError as error:
            if error.type_name == "StopIteration":
                raise StopIteration from None
            raise


def stream(items: Iterable[Any], chunk: int | None = None) -> Stream:
    """Hands an iterable over lazily: the solution sees a generator. `chunk=1` shows how far it read."""
    return Stream(items, chunk)


def inout(function: Function, *args: Any) -> tuple[Any, tuple[Any, ...]]:
    """Calls and returns (value, arguments as they are afterwards): tells whether inputs were changed."""
    return function._session.call_inout(function._name, args)


def raises(kind: type[BaseException], function: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
    """Asserts that the call raises `kind` inside the solution."""
    try:
        got = function(*args, **kwargs)
    except kind:  # raised by a callback of the test's own, and let through by the solution
        return
    except SolutionError as error:
        if error.type_name != kind.__name__:
            raise AssertionError(f"{kind.__name__} was expected, {error} was raised") from None
        return
    raise AssertionError(f"{kind.__name__} was expected, and the call returned {got!r:.200}")
