"""Forbidden names in a source, by its syntax tree with aliases resolved. The sandbox checks them again at run time."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from holdout_judge.registry import Forbid

_MOST_PARTS = 16  # no library nests deeper; a chain of thousands is an attack on the walk


class Use(NamedTuple):
    """A use of a forbidden name and its line."""

    name: str
    line: int
    why: str


def find_forbidden(source: str, forbidden: Sequence[Forbid]) -> Use | None:
    """The first use of a forbidden name, or None; a source that does not parse has none."""
    try:
        tree = ast.parse(source)
        aliases = _aliases(tree)
        used = sorted(_used_names(tree, aliases), key=lambda use: use[0])
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None  # the run-time check remains
    uses = ((rule, line) for line, name in used for rule in forbidden if _matches(name, rule.name))
    return next((Use(rule.name, line, rule.why) for rule, line in uses), None)


def _aliases(tree: ast.AST) -> dict[str, str]:
    """What each local name stands for: imports, and plain assignments of a dotted name."""
    aliases: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                aliases[name.asname or name.name.split(".")[0]] = name.name if name.asname else name.name.split(".")[0]
        elif isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                aliases[name.asname or name.name] = f"{node.module}.{name.name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            dotted = _dotted(node.value, aliases)
            if dotted and "." in dotted:
                aliases.setdefault(node.targets[0].id, dotted)
    return aliases


def _used_names(tree: ast.AST, aliases: dict[str, str]) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)
        elif isinstance(node, ast.Attribute):
            dotted = _dotted(node, aliases)
            yield node.lineno, dotted or f"?.{node.attr}"
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.lineno, aliases.get(node.id, f"builtins.{node.id}")
        elif isinstance(node, ast.Call):
            dotted = _dotted(node, aliases)
            if dotted:
                yield node.lineno, dotted
            words = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            yield from ((node.lineno, f"?.{word}") for word in words if getattr(node.func, "id", "") == "getattr")


def _dotted(node: ast.AST, aliases: dict[str, str]) -> str | None:
    """`np.linalg.svd` as "numpy.linalg.svd"; also through getattr(np, "svd"), __import__ and import_module."""
    parts: list[str] = []
    while len(parts) <= _MOST_PARTS:
        if isinstance(node, ast.Name):
            owner = aliases.get(node.id)
            known = owner is not None and owner.count(".") <= _MOST_PARTS
            return ".".join([owner, *reversed(parts)]) if known else None
        if isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        elif isinstance(node, ast.Call) and node.args:
            words = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if called in ("__import__", "import_module") and words:
                return ".".join([words[0], *reversed(parts)])
            if called != "getattr" or not words:
                return None
            parts.append(words[0])
            node = node.args[0]
        else:
            return None
    return None


def _matches(name: str, rule: str) -> bool:
    if rule.startswith("."):
        return name.endswith(rule)
    wanted = (rule, f"builtins.{rule}")
    return any(name == one or name.startswith(f"{one}.") for one in wanted)
