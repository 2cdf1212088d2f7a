"""`sol`, as tests see it: its attributes are the solution's functions; what stays inside is called from here."""

from __future__ import annotations

import builtins
import math
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NoReturn

import numpy as np

from holdout_judge.describe import describe
from holdout_judge.failure import Failure
from holdout_judge.transcript import Call, Transcript
from sandbox.client import (
    Forbidden,
    Handle,
    Measured,
    Solution,
    SolutionDied,
    SolutionError,
    Stream,
    WireError,
)

Target = tuple[int | None, str]


class TestOver(Exception):
    """The solution was called after its test had ended."""


class Session:
    """The calls of one test to one solution.

    Only the time that calls take is the candidate's: `budget_s` is spread over them. `deadline` (monotonic) ends all.
    """

    def __init__(
        self, solution: Solution, budget_s: float, deadline: float, transcript: Transcript | None = None
    ) -> None:
        self.deadline = deadline
        self.transcript = transcript or Transcript()
        self._budget_s = budget_s
        self._until: float | None = None  # end of the outermost call under way
        self.unused = True
        self.over = False  # nothing that happens after the test may reach the solution, or its transcript
        self.use(solution)

    def use(self, solution: Solution) -> None:
        """Goes on with another child."""
        self.solution = solution
        solution.wrap = lambda handle: Remote(self, handle, handle.type_name)

    def call(self, target: Target, args: tuple[Any, ...], kwargs: dict[str, Any], label: str = "") -> Any:
        """Calls through to the solution and records how it ended; `label` names the call for the learner."""
        call = Call(label or target[1], args, kwargs)
        return self._recorded(call, lambda: self.solution.call(target, args, kwargs, self.left()))

    def call_inout(self, name: str, args: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
        """As `call`, with the arguments as they are afterwards."""
        call = Call(name, args, {})
        return self._recorded(call, lambda: self.solution.call_inout((None, name), args, {}, self.left()))

    def call_backward(
        self, target: Target, args: tuple[Any, ...], upstream: Any, label: str
    ) -> tuple[Any, tuple[Any, ...]]:
        """As `call_inout`, with autograd run back from the value inside the solution."""
        call = Call(label, args, {})
        return self._recorded(call, lambda: self.solution.call_backward(target, args, upstream, self.left()))

    def attribute(self, handle: int | None, name: str, label: str) -> Any:
        """The value of an attribute inside the solution."""
        return self._recorded(Call(label, (), {}), lambda: self.solution.getattr(handle, name))

    def measure(self, name: str, args: tuple[Any, ...], at_most_s: float | None = None) -> Measured:
        """As `call`, with what the call took; not recorded."""
        allowed_s = min(self.left(), at_most_s or math.inf)
        return self._timed(lambda: self.solution.measure((None, name), args, {}, allowed_s))

    def remaining(self) -> float:
        """Seconds left of the test's time."""
        now = time.monotonic()
        return min(self._until or now + self._budget_s, self.deadline) - now

    def left(self) -> float:
        """As `remaining`; raises where nothing is left."""
        left = self.remaining()
        if left <= 0:
            raise SolutionDied("time-limit", "the test's time is used up")
        return left

    def _recorded(self, call: Call, run: Callable[[], Any]) -> Any:
        if self.over:
            raise TestOver
        self.transcript.begin(call)
        try:
            value = self._timed(run)
        except Exception as error:
            self.transcript.end(call, error)
            raise
        self.transcript.end(call, value)
        return value

    def _timed(self, run: Callable[[], Any]) -> Any:
        if self._until is not None:  # a callback of ours calls the solution again: the time runs already
            return run()
        self.unused = False
        begun = time.monotonic()
        self._until = begun + self._budget_s
        try:
            return run()
        finally:
            self._until = None
            self._budget_s -= time.monotonic() - begun


class Function:
    """A function or class of the solution."""

    def __init__(self, session: Session, name: str) -> None:
        self._session, self._name = session, name
        self.__name__ = name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._session.call((None, self._name), args, kwargs)

    def __getattr__(self, name: str) -> Any:
        """An attribute of a class or function: `sol.Tokenizer.from_pairs(...)`."""
        if name.startswith("_"):
            raise AttributeError(name)
        owner = self._session.attribute(None, self._name, self._name)
        return getattr(owner, name)


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

    __slots__ = ("_label", "_session", "holdout_handle")
    __array_ufunc__ = None  # arithmetic with arrays is refused, not tried through len and getitem

    def __init__(self, session: Session, handle: Handle, label: str) -> None:
        for name, value in (("_session", session), ("holdout_handle", handle), ("_label", label)):
            object.__setattr__(self, name, value)

    def __repr__(self) -> str:
        return repr(self.holdout_handle)

    def __array__(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError(f"{self!r} is not an array")

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        label = f"{self._label}.{name}"
        found = self._session.attribute(self.holdout_handle.id, name, label)
        if isinstance(found, Remote):
            object.__setattr__(found, "_label", label)
        return found

    def __setattr__(self, name: str, value: Any) -> None:
        self._special("__setattr__", name, value)

    def _special(self, name: str, *args: Any, **kwargs: Any) -> Any:
        label = self._label if name == "__call__" else f"{self._label}.{name}"
        return self._session.call((self.holdout_handle.id, name), args, kwargs, label)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._special("__call__", *args, **kwargs)

    def __bool__(self) -> bool:
        return "__len__" not in self.holdout_handle.special or len(self) > 0

    def __len__(self) -> int:
        if "__len__" not in self.holdout_handle.special:  # list() asks everybody, and takes a TypeError for a no
            raise TypeError(f"{self!r} has no length")
        return int(self._special("__len__"))

    def __getitem__(self, key: Any) -> Any:
        return self._special("__getitem__", key)

    def __setitem__(self, key: Any, value: Any) -> None:
        self._special("__setitem__", key, value)

    def __contains__(self, key: Any) -> bool:
        return bool(self._special("__contains__", key))

    def __enter__(self) -> Any:
        entered = self._special("__enter__")
        return self if isinstance(entered, Remote) else entered

    def __exit__(self, *_: Any) -> None:
        self._special("__exit__", None, None, None)

    def __iter__(self) -> Iterator[Any]:
        inner = self._special("__iter__")
        return inner if isinstance(inner, Remote) else iter(inner)

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


def backward(function: Function | Remote, *args: Any, upstream: Any = None) -> tuple[Any, tuple[Any, ...]]:
    """Calls a PyTorch function or module and runs autograd back from what it returns, inside the solution.

    Returns (value, arguments as they are afterwards); each argument that requires a gradient has it in `.grad`, and so
    have a module's parameters when they are read. `upstream` is the gradient that comes in, ones where it is left out;
    a tuple of them where several tensors are returned, None for one to be left out.
    """
    if isinstance(function, Remote):
        target = (function.holdout_handle.id, "__call__")
        return function._session.call_backward(target, args, upstream, function._label)
    return function._session.call_backward((None, function._name), args, upstream, function._name)


def raises(kind: type[BaseException], function: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
    """Asserts that the call raises `kind`, or a kind of it, inside the solution."""
    try:
        got = function(*args, **kwargs)
    except (SolutionDied, Forbidden, WireError):
        raise
    except SolutionError as error:
        if not _is_kind(error, kind):
            raise _not_raised(kind, str(error)) from None
        return
    except kind:  # raised by a function of the test's that the solution called
        return
    raise _not_raised(kind, describe(got))


def _is_kind(error: SolutionError, kind: type[BaseException]) -> bool:
    """By name, as the exception itself stays inside: its own, its bases' where they are told, a known class's bases."""
    found = getattr(builtins, error.type_name, None) or getattr(np.exceptions, error.type_name, None)
    found = found or getattr(np.linalg, error.type_name, None)
    known = isinstance(found, type) and issubclass(found, kind)
    return known or kind.__name__ in (error.type_name, *getattr(error, "bases", ()))


def _not_raised(kind: type[BaseException], got: str) -> Failure:
    return Failure(f"{kind.__name__} was expected", f"{kind.__name__} was expected.", got, kind.__name__)
