"""Forbidden names in a source, by its syntax tree with aliases resolved. The sandbox checks them again at run time.

Where a problem forbids anything, means to reach a name without naming it (`vars`, `__dict__`, `exec`, frames) are
forbidden too: no exercise needs them.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from holdout_judge.registry import Forbid

_MOST_PARTS = 16  # no library nests deeper; a chain of thousands is an attack on the walk
_ALIAS_ROUNDS = 4
_LOOKUPS = ("getattr", "attrgetter", "methodcaller")
_REFLECTING_MODULES = {"builtins", "code", "ctypes", "gc", "importlib", "inspect", "marshal", "runpy", "sandbox"}
_REFLECTING_NAMES = {
    "__builtins__",
    "__import__",
    "__loader__",
    "__spec__",
    "compile",
    "eval",
    "exec",
    "globals",
    "vars",
}
_REFLECTING_ATTRIBUTES = {
    "__builtins__", "__closure__", "__code__", "__dict__", "__getattribute__", "__globals__", "__loader__", "__mro__",
    "__subclasses__", "_current_frames", "_getframe", "ag_frame", "cell_contents", "cr_frame", "f_back", "f_builtins",
    "f_globals", "f_locals", "gi_frame", "pythonapi", "tb_frame", "CodeType", "FunctionType",
}  # fmt: skip


class Use(NamedTuple):
    """A use of a forbidden name, its line, and the sentence for the candidate."""

    name: str
    line: int
    message: str


def find_forbidden(source: str, forbidden: Sequence[Forbid]) -> Use | None:
    """The first use of a forbidden name, or of a way round it, or None; a source that does not parse has none."""
    if not forbidden:
        return None
    try:
        used = sorted(_Names(ast.parse(source)).used(), key=lambda use: use[0])
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None  # the run-time check remains
    found = (_judged(line, name, forbidden) for line, name in used)
    return next((use for use in found if use), None)


def _judged(line: int, name: str, forbidden: Sequence[Forbid]) -> Use | None:
    for rule in forbidden:
        if _matches(name, rule.name):
            message = f"Line {line} uses {rule.name}, which this problem forbids: {rule.why}."
            return Use(rule.name, line, message)
    way = _way_round(name)
    if way is None:
        return None
    names = ", ".join(rule.name for rule in forbidden)
    return Use(way, line, f"Line {line} uses {way}, a way round what this problem forbids ({names}).")


def _matches(name: str, rule: str) -> bool:
    if rule.startswith("."):
        return name.endswith(rule) and not name.startswith("builtins.")
    return any(name == one or name.startswith(f"{one}.") for one in (rule, f"builtins.{rule}"))


def _way_round(name: str) -> str | None:
    first, _, rest = name.partition(".")
    if name == "sys.modules":
        return name
    if first in _REFLECTING_MODULES and (first != "builtins" or rest in ("", *_REFLECTING_NAMES)):
        return rest if first == "builtins" and rest else first
    return next((part for part in name.split(".") if part in _REFLECTING_ATTRIBUTES), None)


class _Names:
    """Dotted names that a tree uses, as far as reading alone can tell.

    `aliases` says what a local name stands for: imports, and assignments of a dotted name or a builtin. `own` are names
    that the source gives another meaning; `stars` are modules of `from ... import *`.
    """

    def __init__(self, tree: ast.AST) -> None:
        self.nodes = list(ast.walk(tree))
        self.aliases: dict[str, str] = {}
        self.stars: list[str] = []
        self.methods = {node.name for node in self.nodes if isinstance(node, ast.FunctionDef)}
        self.own = self.methods | {node.arg for node in self.nodes if isinstance(node, ast.arg)}
        self._read_imports()
        pairs = list(self._assignments())
        for _ in range(_ALIAS_ROUNDS):
            for name, value in pairs:
                dotted = self.dotted(value)
                if dotted and name not in self.aliases:
                    self.aliases[name] = dotted
        stored = {node.id for node in self.nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        self.own |= stored - self.aliases.keys()

    def _read_imports(self) -> None:
        for node in self.nodes:
            if isinstance(node, ast.Import):
                for name in node.names:
                    first = name.name.split(".")[0]
                    self.aliases[name.asname or first] = name.name if name.asname else first
            elif isinstance(node, ast.ImportFrom) and node.module:
                for name in node.names:
                    if name.name == "*":
                        self.stars.append(node.module)
                    else:
                        self.aliases[name.asname or name.name] = f"{node.module}.{name.name}"

    def _assignments(self) -> Iterator[tuple[str, ast.expr]]:
        for node in self.nodes:
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            if not isinstance(node, (ast.Assign, ast.AnnAssign, ast.NamedExpr)) or node.value is None:
                continue
            for target in targets:
                if isinstance(target, ast.Name):
                    yield target.id, node.value
                elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    pairs = zip(target.elts, node.value.elts, strict=False)
                    yield from ((one.id, value) for one, value in pairs if isinstance(one, ast.Name))

    def used(self) -> Iterator[tuple[int, str]]:
        """(line, dotted name) of every use; `?.name` where what it belongs to is not known."""
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from ((node.lineno, name.name) for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.lineno, node.module
                yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                if not self._is_own_method(node):
                    yield node.lineno, self.dotted(node) or f"?.{node.attr}"
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                yield from ((node.lineno, name) for name in self._meanings(node.id))
            elif isinstance(node, ast.Call):
                dotted = self.dotted(node)
                yield from ((node.lineno, name) for name in ([dotted] if dotted else []))
                if self._called(node) in _LOOKUPS:
                    yield from ((node.lineno, f"?.{word}") for word in map(_word, node.args) if word)

    def _is_own_method(self, node: ast.Attribute) -> bool:
        return isinstance(node.value, ast.Name) and node.value.id in ("self", "cls") and node.attr in self.methods

    def _meanings(self, name: str) -> list[str]:
        if name in self.aliases:
            return [self.aliases[name]]
        if name in self.own:
            return []
        return [f"builtins.{name}", *(f"{module}.{name}" for module in self.stars)]

    def _called(self, node: ast.Call) -> str:
        if isinstance(node.func, ast.Name):
            return self.aliases.get(node.func.id, node.func.id).rpartition(".")[2]
        return getattr(node.func, "attr", "")

    def dotted(self, node: ast.AST) -> str | None:
        """`np.linalg.svd` as "numpy.linalg.svd"; also through getattr(np, "svd"), __import__ and import_module."""
        parts: list[str] = []
        while len(parts) <= _MOST_PARTS:
            if isinstance(node, ast.Name):
                owner = self.aliases.get(node.id)
                if owner is None and not parts and node.id not in self.own and hasattr(builtins, node.id):
                    owner = f"builtins.{node.id}"
                known = owner is not None and owner.count(".") <= _MOST_PARTS
                return ".".join([owner or "", *reversed(parts)]) if known else None
            if isinstance(node, ast.Attribute):
                parts.append(node.attr)
                node = node.value
            elif isinstance(node, ast.Call) and node.args:
                word = next(filter(None, map(_word, node.args)), None)
                if self._called(node) in ("__import__", "import_module") and word:
                    return ".".join([word, *reversed(parts)])
                if self._called(node) != "getattr" or not word:
                    return None
                parts.append(word)
                node = node.args[0]
            else:
                return None
        return None


def _word(node: ast.AST) -> str | None:
    """A string that is written out, also in pieces: "so" + "rt", f"sort"."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        pieces = [_word(piece) for piece in node.values]
        return None if None in pieces else "".join(piece or "" for piece in pieces)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _word(node.left), _word(node.right)
        return None if left is None or right is None else left + right
    return None
