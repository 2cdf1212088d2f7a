"""Forgeries: wrong solutions that try to be taken for right ones. None may be accepted.

They are kept as text, one after another, because they are submissions and not code of ours:

    ### name | problem + preludes | verdicts that are right, or `refused` for any but accepted | what is tried
    source

`problem` is one of the folders `probe_problem_<problem>` beside this one. Where it asks for several functions, a prelude
has the others right, so that the forged one alone decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).parent


class Forgery(NamedTuple):
    """One forgery: what it tries, at which problem, and which verdicts are right (none: any but accepted)."""

    name: str
    tries: str
    problem: str
    source: str
    verdicts: frozenset[str]


def load() -> list[Forgery]:
    """All forgeries of the folder; raises ValueError when two have one name."""
    found = [forgery for path in sorted(_HERE.glob("*.txt")) for forgery in _read(path.read_text(encoding="utf-8"))]
    names = [forgery.name for forgery in found]
    if len(set(names)) < len(names):
        raise ValueError(f"two forgeries are called {next(name for name in names if names.count(name) > 1)}")
    return found


def _read(text: str) -> Iterator[Forgery]:
    for section in text.split("### ")[1:]:
        head, _, source = section.partition("\n")
        name, place, verdicts, tries = (field.strip() for field in head.split("|"))
        problem, *preludes = (word.strip() for word in place.split("+"))
        parts = [(_HERE / "preludes" / f"{prelude}.py").read_text(encoding="utf-8") for prelude in preludes]
        allowed = frozenset() if verdicts == "refused" else frozenset(verdicts.split())
        yield Forgery(name, tries, problem, "\n\n".join([*parts, source.strip()]) + "\n", allowed)
