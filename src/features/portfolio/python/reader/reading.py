"""What one source says: its tree, its names and the facts noted so far, with the questions that patterns ask of it."""

from __future__ import annotations

import ast
import re
from collections import Counter
from typing import Any

from .names import Names, dotted
from .tree import Call, Scope, Tree

_MOST_OF_A_PATTERN = 6
_LONGEST_VALUE = 100
_WORDS = re.compile(r"[A-Za-z][a-z]+|[A-Z]+(?![a-z])|[a-z]+")
_MISSING = object()


class Reading:
    """Collects facts of one source."""

    def __init__(self, path: str, lines: list[str], tree: Tree, names: Names) -> None:
        self.path = path
        self.lines = lines
        self.tree = tree
        self.names = names
        self.facts: list[tuple[str, int, int, dict[str, str]]] = []
        self._counts: Counter[str] = Counter()
        self._noted: set[tuple[str, int]] = set()
        self.keys = {call.key for call in tree.calls}
        self.lasts = {call.last for call in tree.calls}
        self.roots = names.roots
        self.is_test = is_test_path(path)
        self.lower_text = "\n".join(lines).lower()

    def note(self, pattern: str, node: Any, **values: str | None) -> None:
        """Keeps a fact; only the first few of a pattern, and one a line."""
        line = node if isinstance(node, int) else node.lineno
        if self._counts[pattern] >= _MOST_OF_A_PATTERN or (pattern, line) in self._noted:
            return
        if not 1 <= line <= len(self.lines) or not self.lines[line - 1].strip():
            return
        self._counts[pattern] += 1
        self._noted.add((pattern, line))
        column = 0 if isinstance(node, int) or hasattr(node, "in_text") else node.col_offset
        said = {name: value[:_LONGEST_VALUE] for name, value in values.items() if value}
        self.facts.append((pattern, line, column, said))

    # -- expressions as text and numbers -------------------------------------------------------------------------

    def text(self, node: Any) -> str | None:
        """An expression as it is written; None where it takes more than a line."""
        if type(node) is ast.Name:
            return node.id
        if hasattr(node, "in_text"):
            return _unparsed(node)
        if node.lineno != node.end_lineno:
            return None
        line = self.lines[node.lineno - 1]
        if line.isascii():
            return line[node.col_offset : node.end_col_offset]
        return line.encode("utf-8", "replace")[node.col_offset : node.end_col_offset].decode("utf-8", "replace")

    def number_text(self, node: Any) -> str | None:
        """A number as it is written, ``1e-3`` or ``2 ** 14``; None where it is not a number."""
        return None if number(node) is None else self.text(node)

    def short(self, node: Any, most: int = 40) -> str | None:
        """An expression as it is written, where it is short."""
        text = self.text(node)
        return text if text is not None and len(text) <= most else None


def argument(call: Call, name: str, position: int | None = None) -> Any:
    """The value of an argument by keyword or position; None where it is not given, or hidden in ``*args``."""
    for keyword in call.node.keywords:
        if keyword.arg == name:
            return keyword.value
    if position is None or position >= len(call.node.args):
        return None
    before = call.node.args[: position + 1]
    return None if any(type(each) is ast.Starred for each in before) else before[-1]


def keyword_of(call: Call, *names: str) -> ast.keyword | None:
    """The first keyword of these that is given."""
    return next((each for each in call.node.keywords if each.arg in names), None)


def open_ended(call: Call) -> bool:
    """Whether arguments may come in by ``*args`` or ``**kwargs``: then nothing is known to be missing."""
    return any(each.arg is None for each in call.node.keywords) or any(
        type(each) is ast.Starred for each in call.node.args
    )


def number(node: Any) -> float | int | None:
    """The value of a literal number, or of a product or power of such."""
    kind = type(node)
    if kind is ast.Constant:
        return node.value if type(node.value) in (int, float) else None
    if kind is ast.UnaryOp and type(node.op) is ast.USub:
        inner = number(node.operand)
        return None if inner is None else -inner
    if kind is ast.BinOp and type(node.op) in (ast.Mult, ast.Div, ast.Pow):
        return _calculated(type(node.op), number(node.left), number(node.right))
    return None


def _calculated(operation: type, left: float | None, right: float | None) -> float | None:
    if left is None or right is None:
        return None
    if operation is ast.Mult:
        return left * right
    if operation is ast.Div:
        return left / right if right else None
    return left**right if 0 < left < 1e6 and abs(right) <= 64 else None


def literal(node: Any) -> Any:
    """The value of a constant; a marker that equals nothing where it is none."""
    return node.value if type(node) is ast.Constant else _MISSING


def is_true(node: Any) -> bool:
    return type(node) is ast.Constant and node.value is True


def is_false(node: Any) -> bool:
    return type(node) is ast.Constant and node.value is False


def string(node: Any) -> str | None:
    """The value of a literal text."""
    return node.value if type(node) is ast.Constant and type(node.value) is str else None


def base_name(node: Any) -> str | None:
    """The variable that an expression is about: ``df`` of ``df[cols].values``, ``X`` of ``X.copy()``."""
    while True:
        kind = type(node)
        if kind is ast.Name:
            return node.id
        if kind in (ast.Attribute, ast.Subscript, ast.Starred):
            if kind is ast.Attribute and type(node.value) is ast.Name and node.value.id == "self":
                return f"self.{node.attr}"
            node = node.value
        elif kind is ast.Call and type(node.func) is ast.Attribute:
            node = node.func.value
        else:
            return None


def names_in(node: Any) -> set[str]:
    """All variables that an expression mentions."""
    return {each.id for each in ast.walk(node) if type(each) is ast.Name}


def target_names(statement: Any) -> list[str]:
    """What an assignment gives values to, ``df`` for ``df["a"] = 1`` too."""
    targets = statement.targets if type(statement) is ast.Assign else [getattr(statement, "target", None)]
    found: list[str] = []
    for target in targets:
        parts = target.elts if type(target) in (ast.Tuple, ast.List) else [target]
        found.extend(name for part in parts if (name := base_name(part)) is not None)
    return found


def has_word(name: str, *words: str) -> bool:
    """Whether an identifier has a word: ``X_test``, ``testLoader`` and ``Xtest`` have *test*, ``latest`` has not."""
    parts = [part.lower() for part in _WORDS.findall(name)]
    return any(part == word or (part[1:] == word and part[0] in "xyd") for part in parts for word in words)


def name_has(node: Any, *words: str) -> bool:
    """Whether the variable of an expression has one of these words in its name."""
    name = base_name(node)
    return name is not None and has_word(name, *words)


def statements_of(scope: Scope) -> list[Any]:
    return scope.statements


def decorators_of(scope: Scope) -> list[str]:
    """The decorators of a function or class as dotted names, arguments left out."""
    nodes = [] if scope.node is None else scope.node.decorator_list
    found = (dotted(each.func if type(each) is ast.Call else each) for each in nodes)
    return [name for name in found if name is not None]


def is_test_path(path: str) -> bool:
    parts = path.lower().split("/")
    return any(part in ("test", "tests", "testing") for part in parts[:-1]) or bool(
        re.match(r"(test_.*|.*_test|conftest)\.py$", parts[-1])
    )


def _unparsed(node: Any) -> str | None:
    try:
        return ast.unparse(node)
    except (ValueError, RecursionError, AttributeError):
        return None
