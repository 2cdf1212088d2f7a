"""What a test has at hand while it runs, and how it draws inputs and asks the reference."""

from __future__ import annotations

import inspect
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import numpy as np

from holdout_judge.failure import OurFault
from holdout_judge.proxy import Session
from holdout_judge.registry import Test
from sandbox.client import Solution


@dataclass
class Bench:
    """The session, the reference, a way to get a fresh solution, and room for figures of growth."""

    session: Session
    reference: Callable[[], ModuleType]
    fresh: Callable[[], Solution]
    seed: int
    growth: list[dict[str, Any]] = field(default_factory=list)


def rng(test: Test, bench: Bench, run: int = 0) -> np.random.Generator:
    """A generator of its own for each test and run: adding a test never changes another's inputs."""
    return np.random.default_rng([zlib.crc32(test.name.encode()), bench.seed, run])


def drawn(test: Test, bench: Bench, run: int, *more: Any) -> Any:
    """What the author's function draws; where it raises, the fault is ours."""
    return ours(lambda: test.body(rng(test, bench, run), *more), f"{test.name} could not draw its inputs")


def ours(run: Callable[[], Any], said: str = "the reference failed") -> Any:
    """Runs code of ours: whatever it raises does not count against the candidate."""
    try:
        return run()
    except Exception as error:
        raise OurFault(f"{said}: {type(error).__name__}: {error}") from error


def only_function(module: ModuleType) -> str:
    """The one public function of the reference."""
    names = [
        name
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_")
    ]
    if len(names) != 1:
        raise OurFault(f"the test must say of= which function: {', '.join(names) or 'none'} are public")
    return names[0]


def as_args(value: Any) -> tuple[Any, ...]:
    """A tuple is the arguments; anything else is the only one."""
    return value if isinstance(value, tuple) else (value,)
