"""What a solution answered in one test, call by call, kept within bounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from holdout_judge.compare import is_tensor
from sandbox.client import SolutionDied

_MAX_CALLS = 400
_MAX_BYTES = 32 << 20  # a solution must not fill the checker with what it returns
_SAMPLE = 100


@dataclass
class Call:
    """One call: how it ended is its value, or its exception."""

    target: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    outcome: Any = None


class NotKept:
    """Stands for an answer that was too large to keep."""

    def __repr__(self) -> str:
        return "a large value"


class Transcript:
    """The first calls of a test (target and outcome) and how it died if it did, and the last call whole."""

    def __init__(self) -> None:
        self.outcomes: list[tuple[str, Any]] = []
        self.last: Call | None = None
        self.count = 0
        self._bytes_left = _MAX_BYTES

    def begin(self, call: Call) -> None:
        """A call is under way."""
        self.count += 1
        self.last = call

    def end(self, call: Call, outcome: Any) -> None:
        """It ended; nested calls end before the one they lie in."""
        self._bytes_left -= int(weight(outcome))
        call.outcome = outcome if self._bytes_left > 0 else NotKept()
        self.last = call
        if len(self.outcomes) < _MAX_CALLS or isinstance(outcome, SolutionDied):
            self.outcomes.append((call.target, call.outcome))


def weight(value: Any) -> float:
    """About how many bytes a value holds, long containers by sample."""
    if isinstance(value, np.ndarray):
        return float(value.nbytes)
    if is_tensor(value):
        return float(value.nbytes) + weight(value.grad)
    if isinstance(value, (str, bytes, bytearray)):
        return len(value)
    if isinstance(value, dict):
        return weight(list(value)) + weight(list(value.values()))
    if isinstance(value, (list, tuple)) and value:
        sample = value[:_SAMPLE]
        return len(value) * (8 + sum(map(weight, sample)) / len(sample))
    return 64.0
