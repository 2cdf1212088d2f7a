"""Which known misconception a failed submission betrays.

A `wrong/*.py` is run, jailed, through tests that the submission failed. It is claimed only where its calls end exactly
as the submission's did, value by value, in the test that names it, and nothing speaks against it: a test that names it
but passed, another failed test in which it fails differently, or a second wrong solution that fits as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from holdout_judge.compare import is_tensor, numbers_of
from holdout_judge.proxy import Remote
from sandbox.client import SolutionDied, SolutionError

_FIELD = re.compile(r"^(Misconception|Shown to the learner|Must fail):\s*(.*)$")
_NAMES = ("Misconception", "Shown to the learner", "Must fail")
_MOST_REPLAYED = 3
_MOST_CHECKED = 8
_TELLING_ITEMS, _SAMPLE = 4, 1000

Outcomes = list[tuple[str, Any]]


@dataclass(frozen=True)
class Wrong:
    """A known wrong solution: its belief, what the learner is told, and the test that must catch it."""

    id: str
    source: str
    belief: str
    text: str
    must_fail: str


@dataclass(frozen=True)
class Evidence:
    """How the submission fared: outcomes by failed test (None where a test keeps none, as growth), and tests passed."""

    failed: dict[str, Outcomes | None]
    passed: Sequence[str]


# Runs a test of this name against a wrong solution: how its calls ended, or None where it passes the test.
Replay = Callable[[Wrong, str], Outcomes | None]


def load_wrongs(folder: Path) -> list[Wrong]:
    """Every `wrong/*.py` with a complete docstring, by name."""
    found = []
    for path in sorted(folder.glob("*.py")):
        source = path.read_text(encoding="utf-8", errors="replace")
        fields = _docstring_fields(source)
        if len(fields) == len(_NAMES):
            found.append(Wrong(path.stem, source, *(fields[name] for name in _NAMES)))
    return found


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


def match(wrongs: Iterable[Wrong], evidence: Evidence, replay: Replay) -> Wrong | None:
    """The wrong solution that fails as the submission did, or None where the evidence is thin."""
    scored = []
    for wrong in wrongs:
        if wrong.must_fail in evidence.failed:
            score = _agreement(wrong, evidence, replay)
            if score:
                scored.append((score, wrong))
    best = max((score for score, _ in scored), default=0)
    fitting = [wrong for score, wrong in scored if score == best]
    if len(fitting) > 1:
        checked = evidence.passed[:_MOST_CHECKED]
        fitting = [wrong for wrong in fitting if all(replay(wrong, name) is None for name in checked)]
    return fitting[0] if len(fitting) == 1 else None


def _agreement(wrong: Wrong, evidence: Evidence, replay: Replay) -> int:
    """In how many failed tests it ends as the submission did; 0 where something speaks against it, or little for it."""
    spoken = {name: outcomes for name, outcomes in evidence.failed.items() if outcomes is not None}
    names = sorted(spoken, key=lambda name: name != wrong.must_fail)[:_MOST_REPLAYED]
    alike = []
    for name in names:
        theirs = replay(wrong, name)
        if theirs is None:
            if name == wrong.must_fail:
                return 0
        elif same_outcomes(spoken[name], theirs):
            alike.append(name)
        else:
            return 0
    if wrong.must_fail not in spoken:  # a growth test is explained by the wrong solution that names it
        return 1 + len(alike) if len(alike) == len(names) else 0
    # Where it explains one failure of several, the answers themselves must be telling.
    enough = len(alike) == len(names) or any(_telling(outcome) for _, outcome in spoken[wrong.must_fail])
    return len(alike) if enough else 0


def same_outcomes(ours: Outcomes, theirs: Outcomes) -> bool:
    """Whether the same calls ended alike, one by one; where both ran out of time, as far as both came."""
    if _ran_out(ours) and _ran_out(theirs):
        both = min(len(ours), len(theirs)) - 1
        ours, theirs = ours[:both], theirs[:both]
    if len(ours) != len(theirs):
        return False
    return all(a[0] == b[0] and same_outcome(a[1], b[1]) for a, b in zip(ours, theirs, strict=True))


def _ran_out(outcomes: Outcomes) -> bool:
    return bool(outcomes) and isinstance(outcomes[-1][1], SolutionDied) and outcomes[-1][1].kind == "time-limit"


def same_outcome(a: Any, b: Any) -> bool:
    """Whether two calls ended alike: equal values (NaN equals NaN), or exceptions of one kind."""
    if isinstance(a, SolutionError):
        return isinstance(b, SolutionError) and a.type_name == b.type_name
    if isinstance(a, SolutionDied):
        return isinstance(b, SolutionDied) and a.kind == b.kind
    if isinstance(a, (Exception, Remote)):
        return type(a) is type(b)
    if is_tensor(a) or is_tensor(b):
        return is_tensor(a) and is_tensor(b) and _same_tensors(a, b)
    if isinstance(a, (np.ndarray, float, np.number)):
        return type(a) is type(b) and _same_numbers(np.asarray(a), np.asarray(b))
    if isinstance(a, (list, tuple)):
        return type(a) is type(b) and len(a) == len(b) and all(map(same_outcome, a, b))
    if isinstance(a, dict):
        return type(a) is type(b) and a.keys() == b.keys() and all(same_outcome(a[key], b[key]) for key in a)
    return type(a) is type(b) and bool(a == b)


def _same_tensors(a: Any, b: Any) -> bool:
    """Also in what autograd made of them."""
    alike = a.dtype == b.dtype and a.requires_grad == b.requires_grad
    return alike and _same_numbers(numbers_of(a), numbers_of(b)) and same_outcome(a.grad, b.grad)


def _same_numbers(a: np.ndarray, b: np.ndarray) -> bool:
    if a.shape != b.shape or a.dtype != b.dtype:
        return False
    if a.dtype.kind not in "fc":
        return bool(np.array_equal(a, b))
    with np.errstate(all="ignore"):
        return bool(np.allclose(a, b, rtol=1e-6, atol=1e-12, equal_nan=True))


def _telling(outcome: Any) -> bool:
    """Whether an answer is not met by chance: a fraction, or several values; not a flag, a count or an error."""
    if is_tensor(outcome):
        outcome = numbers_of(outcome)
    if isinstance(outcome, np.ndarray):
        outcome = outcome.ravel()[:_SAMPLE].tolist()
    if isinstance(outcome, dict):
        outcome = list(outcome.values())
    if isinstance(outcome, (list, tuple)):
        return len(outcome) >= _TELLING_ITEMS or any(map(_telling, outcome))
    if isinstance(outcome, (float, np.floating)):
        return bool(np.isfinite(outcome)) and not float(outcome).is_integer()
    return isinstance(outcome, (str, bytes)) and len(outcome) >= _TELLING_ITEMS
