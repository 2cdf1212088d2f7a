"""What a plain `assert` of a test tells the learner: its line, and what it compared."""

from __future__ import annotations

import ast
import linecache
import traceback
from collections.abc import Iterator
from types import FrameType, TracebackType

from holdout_judge.describe import describe, shorten
from holdout_judge.failure import UNEXPECTED, Failure
from holdout_judge.proxy import Function, Remote, Sol, TestOver
from holdout_judge.transcript import Transcript

_COMPARING = {"isclose", "allclose", "array_equal", "array_equiv"}


def explain(error: AssertionError, file: str, transcript: Transcript) -> Failure:
    """The failure behind an AssertionError raised in `file`; a plain one is read from its source.

    Nothing that could call the solution is evaluated anew; its last answer stands for it.
    """
    if isinstance(error, Failure):
        return error
    frame = _frame(error.__traceback__, file)
    found = None if frame is None else _assertion(file, *frame)
    if found is None:
        return Failure(shorten(str(error)) or UNEXPECTED)
    message = shorten(str(error) or f"Not so: {ast.unparse(found.test)}")
    got, expected = _sides(found.test, _Values(frame[0], transcript) if frame else None)
    return Failure(message, UNEXPECTED, got, expected)


def _frame(trace: TracebackType | None, file: str) -> tuple[FrameType, int] | None:
    """The innermost frame in the file, and the line it is at."""
    inside = [(frame, line) for frame, line in traceback.walk_tb(trace) if frame.f_code.co_filename == file]
    return inside[-1] if inside else None


def _assertion(file: str, frame: FrameType, line: int) -> ast.Assert | None:
    linecache.checkcache(file)  # its author may have changed it since
    try:
        tree = ast.parse("".join(linecache.getlines(file, frame.f_globals)))
    except (SyntaxError, ValueError):
        return None
    spans = [node for node in ast.walk(tree) if isinstance(node, ast.Assert)]
    around = [node for node in spans if node.lineno <= line <= (node.end_lineno or node.lineno)]
    return min(around, key=lambda node: (node.end_lineno or 0) - node.lineno, default=None)


class _Values:
    """Values of expressions in a frame, where they can be had without calling the solution."""

    def __init__(self, frame: FrameType, transcript: Transcript) -> None:
        self.names = {**frame.f_globals, **frame.f_locals}
        self.transcript = transcript

    def calls_solution(self, node: ast.expr) -> bool:
        """By the names in it, or because it tries: an object of the test's may do so on its behalf."""
        names = (leaf.id for leaf in ast.walk(node) if isinstance(leaf, ast.Name))
        if any(isinstance(self.names.get(name), (Sol, Function, Remote)) for name in names):
            return True
        try:
            eval(compile(ast.Expression(node), "<assert>", "eval"), self.names)
        except TestOver:
            return True
        except Exception:
            return False
        return False

    def of(self, node: ast.expr) -> str | None:
        if self.calls_solution(node):
            return None if self.transcript.last is None else describe(self.transcript.last.outcome)
        try:
            return describe(eval(compile(ast.Expression(node), "<assert>", "eval"), self.names))
        except Exception:
            return None

    def holds(self, node: ast.expr) -> bool:
        try:
            code = compile(ast.Expression(node), "<assert>", "eval")
            return not self.calls_solution(node) and bool(eval(code, self.names))
        except Exception:
            return False


def _sides(test: ast.expr, values: _Values | None) -> tuple[str | None, str | None]:
    """(got, expected) of the comparison that does not hold, as texts; None for what is not known."""
    got = expected = None
    for left, right in _pairs(test, values) if values else ():
        from_left, from_right = values.calls_solution(left), values.calls_solution(right)
        if from_right and not from_left:
            left, right = right, left
        got, expected = values.of(left), None if from_left and from_right else values.of(right)
        if got != expected:  # in `a == 1 and b == 2` the half that does not hold
            break
    return got, expected


def _pairs(test: ast.expr, values: _Values | None) -> Iterator[tuple[ast.expr, ast.expr]]:
    """The two sides of each comparison that may not hold."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        for operand in test.values:
            if values is None or not values.holds(operand):
                yield from _pairs(operand, values)
    elif isinstance(test, ast.Compare) and len(test.ops) == 1:
        distance = _distance(test.left)
        if distance is not None and isinstance(test.ops[0], (ast.Lt, ast.LtE)):
            yield distance.left, distance.right
        elif isinstance(test.ops[0], (ast.Eq, ast.Is)):
            yield test.left, test.comparators[0]
    elif isinstance(test, ast.Call):
        name = test.func.attr if isinstance(test.func, ast.Attribute) else getattr(test.func, "id", "")
        if name in _COMPARING and len(test.args) >= 2:
            yield test.args[0], test.args[1]
        elif name == "all":
            inner = test.args[0] if test.args else getattr(test.func, "value", test)
            if inner is not test and not isinstance(inner, (ast.GeneratorExp, ast.ListComp)):
                yield from _pairs(inner, values)


def _distance(node: ast.expr) -> ast.BinOp | None:
    """`a - b` of `abs(a - b)`, and of its maximum."""
    while isinstance(node, ast.Call):
        inner = node.func.value if isinstance(node.func, ast.Attribute) and not node.args else None
        node = node.args[0] if node.args else inner if inner is not None else ast.Constant(None)
    return node if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub) else None
