"""Which known misconception a failed submission betrays.

Every `wrong/*.py` is run, jailed, through the tests that the submission failed. One whose calls end exactly as the
submission's did, value by value, holds the same belief. Where several do and disagree elsewhere, nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from holdout_judge.proxy import Call, Remote
from sandbox.client import SolutionDied, SolutionError

_FIELD = re.compile(r"^(Misconception|Shown to the learner|Must fail):\s*(.*)$")


@dataclass(frozen=True)
class Wrong:
    """A known wrong solution: its belief, what the learner is told, and the test that must catch it."""

    id: str
    source: str
    belief: str
    text: str
    must_fail: str


def load_wrongs(folder: Path) -> list[Wrong]:
    """Every `wrong/*.py` with a complete docstring, by name."""
    found = []
    for path in sorted(folder.glob("*.py")):
        source = path.read_text(encoding="utf-8")
        fields = _docstring_fields(source)
        if len(fields) == 3:
            found.append(Wrong(path.stem, source, *(fields[name] for name in _NAMES)))
    return found


_NAMES = ("Misconception", "Shown to the learner", "Must fail")


def _docstring_fields(source: str) -> dict[str, str]:
    match = re.match(r'\s*[rRuU]?"""(.*?)"""', source, re.DOTALL)
    fields: dict[str, str] = {}
    current = ""
    for line in (match.group(1) if match else "").splitlines():
        started = _FIELD.match(line.strip())
        if started:
            current = started.group(1)
            fields[current] = started.group(2)
        elif current and line.strip():
            fields[current] = f"{fields[current]} {line.strip()}".strip()
    return {name: text for name, text in fields.items() if text}


Replay = Callable[[Wrong, str], list[Call] | None]


def match(wrongs: Iterable[Wrong], failed: dict[str, list[Call]], replay: Replay) -> Wrong | None:
    """The wrong solution that fails as the submission did, or None where the evidence is thin.

    Parameters
    ----------
    failed : transcripts of the submission by name of failed test; empty where a test keeps none (growth)
    replay : runs one failed test against a wrong solution; its transcript, or None where it passed
    """
    candidates = sorted(wrongs, key=lambda wrong: wrong.must_fail not in failed)
    spoken = {name: calls for name, calls in failed.items() if calls}
    if spoken:
        same = [wrong for wrong in candidates if all(_same_transcript(calls, replay(wrong, name)) for name, calls in spoken.items())]
        return same[0] if same and (len(same) == 1 or same[0].must_fail in failed) else None
    named = [wrong for wrong in candidates if wrong.must_fail in failed]
    return named[0] if len(named) == 1 else None


def _same_transcript(ours: list[Call], theirs: list[Call] | None) -> bool:
    if theirs is None or len(ours) != len(theirs):
        return False
    return all(a.target == b.target and same_outcome(a.outcome, b.outcome) for a, b in zip(ours, theirs, strict=True))


def same_outcome(a: Any, b: Any) -> bool:
    """Whether two calls ended alike: equal values (NaN equals NaN), or exceptions of one kind."""
    if isinstance(a, SolutionError):
        return isinstance(b, SolutionError) and a.type_name == b.type_name
    if isinstance(a, SolutionDied):
        return isinstance(b, SolutionDied) and a.kind == b.kind
    if isinstance(a, Exception) or isinstance(a, Remote):
        return type(a) is type(b)
    if isinstance(a, np.ndarray) or isinstance(a, (float, np.number)):
        same_shape = type(a) is type(b) and np.shape(a) == np.shape(b)
        if not same_shape:
            return False
        if np.asarray(a).dtype.kind not in "fc":
            return bool(np.array_equal(a, b))
        return bool(np.allclose(a, b, rtol=1e-6, atol=1e-12, equal_nan=True))
    if isinstance(a, (list, tuple)):
        return type(a) is type(b) and len(a) == len(b) and all(map(same_outcome, a, b))
    if isinstance(a, dict):
        return type(a) is type(b) and a.keys() == b.keys() and all(same_outcome(a[key], b[key]) for key in a)
    return type(a) is type(b) and a == b
