"""One source in, its facts, imports and unparsed cells out."""

from __future__ import annotations

from typing import Any

from .names import Names
from .parse import parse
from .patterns.known import ALL_KNOWN
from .patterns.registry import BY_KEY, apply_rules
from .reading import Reading
from .tree import walk

_MOST_FACTS = 120
_MOST_IMPORTS = 100
_KNOWN = ALL_KNOWN | frozenset(BY_KEY)


def read_source(path: str, text: str, cells: list[int] | None) -> dict[str, Any]:
    """Facts as ``[pattern, line, column, values]``, imports as ``[package, line, count]``; ``failed``: ``Parsed``."""
    try:
        return _read(path, text, cells)
    except (RecursionError, MemoryError):
        return {"facts": [], "imports": [], "failed": True}


def _read(path: str, text: str, cells: list[int] | None) -> dict[str, Any]:
    text = text.removeprefix("\ufeff")
    parsed = parse(text, cells)
    tree = walk(parsed.body)
    names = Names(tree, _KNOWN)
    names.resolve_calls(tree.calls)
    reading = Reading(path, text.split("\n"), tree, names)
    apply_rules(reading)
    imports = [[package[:80], line, count] for package, (line, count) in names.packages.items()]
    return {"facts": reading.facts[:_MOST_FACTS], "imports": imports[:_MOST_IMPORTS], "failed": parsed.failed}
