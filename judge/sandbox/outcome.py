"""What the checker's side of the jail speaks in: limits, usage, exceptions, handles and streams."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple


class Limits(NamedTuple):
    """What one child may use: seconds a call, megabytes of memory above the bare interpreter, bytes of output."""

    call_time_s: float
    memory_mb: int
    output_bytes: int


class Usage(NamedTuple):
    """What a child used over its life; `exit` is "closed", "exit N" or "signal N"."""

    cpu_s: float
    peak_rss_bytes: int
    exit: str


class Measured(NamedTuple):
    """One measured call: its value, CPU seconds and bytes of memory above what was resident before."""

    value: Any
    cpu_s: float
    peak_bytes: int


class SolutionError(Exception):
    """An exception raised inside the solution; `frames` are (line, function) of the candidate's file."""

    def __init__(self, type_name: str, message: str, frames: Sequence[tuple[int, str]] = ()) -> None:
        super().__init__(f"{type_name}: {message}" if message else type_name)
        self.type_name, self.message, self.frames = type_name, message, list(frames)


class SolutionDied(Exception):
    """The child is gone; `kind` is "time-limit", "memory-limit", "output-limit" or "runtime-error"."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind, self.message = kind, message


class Forbidden(Exception):
    """The solution used a name that the problem forbids."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class SandboxLost(BaseException):
    """The zygote is gone, through no fault of the solution's: the judgement is run again.

    A BaseException, so that no test nor harness takes it for a failure of the candidate's.
    """


class Handle:
    """An object that stays inside the solution: an instance, a closure, a generator."""

    __slots__ = ("_release", "id", "special", "type_name")

    def __init__(self, ident: int, type_name: str, special: frozenset[str], release: Callable[[int], None]) -> None:
        self.id, self.type_name, self.special, self._release = ident, type_name, special, release

    def __repr__(self) -> str:
        return f"<{self.type_name} inside the solution>"

    def __del__(self) -> None:
        self._release(self.id)


class Stream:
    """An iterable handed over lazily.

    Parameters
    ----------
    iterable : items that the wire carries
    chunk : items fetched at a time; None doubles from 1 to 1024, 1 shows exactly how far the solution read
    """

    def __init__(self, iterable: Iterable[Any], chunk: int | None = None) -> None:
        self._items: Iterator[Any] = iter(iterable)
        self._size, self._grows = (1, True) if chunk is None else (chunk, False)

    def take(self) -> list[Any]:
        """The next items; empty at the end."""
        items = [item for _, item in zip(range(self._size), self._items, strict=False)]
        if self._grows:
            self._size = min(2 * self._size, 1024)
        return items
