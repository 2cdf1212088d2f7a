"""Single-fault mutants of a reference solution: each differs from it in one place, as a slip of the hand would.

A bank's tests are as strong as the share of these that they reject.
"""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

_COMPARE = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
            ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is}  # fmt: skip
_REVERSED = {ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE}
_ARITHMETIC = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
               ast.Mod: ast.FloorDiv, ast.Pow: ast.Mult, ast.MatMult: ast.Mult, ast.BitAnd: ast.BitOr,
               ast.BitOr: ast.BitAnd, ast.LShift: ast.RShift, ast.RShift: ast.LShift}  # fmt: skip
_OPPOSITES = {"max": "min", "min": "max", "maximum": "minimum", "minimum": "maximum", "argmax": "argmin",
              "argmin": "argmax", "ceil": "floor", "floor": "ceil", "any": "all", "all": "any", "sum": "mean",
              "mean": "sum", "cumsum": "cumprod", "append": "insert", "heappush": "heappop"}  # fmt: skip
_CLIPS = ("maximum", "minimum", "max", "min", "clip")
_SMALL = 1e-3

Change = tuple[ast.AST, str, str, str]


class Site(NamedTuple):
    """One change: where, what kind, the text before and after, and the node that takes the place."""

    path: tuple[tuple[str, int | None], ...]
    line: int
    operator: str
    before: str
    after: str
    node: ast.AST | None


class Place(NamedTuple):
    """A node on the way down: its path from the root, its parent, and the function it lies in."""

    path: tuple[tuple[str, int | None], ...]
    node: Any
    parent: ast.AST | None
    function: ast.FunctionDef | None


def generate(source: str) -> list[dict[str, Any]]:
    """Every mutant of `source`: `{id, operator, line, before, after, source}`, in order of line.

    Docstrings and annotations stay; changes that compile to the same bytecode, or twice to the same, are dropped.
    """
    tree = ast.parse(source)
    seen = {_bytecode(ast.unparse(tree))}
    mutants: list[dict[str, Any]] = []
    named: Counter[str] = Counter()
    for site in sorted(_sites(tree), key=lambda site: site.line):
        text = ast.unparse(_applied(tree, site))
        code = _bytecode(text)
        if code is None or code in seen:
            continue
        seen.add(code)
        change = f"{site.line}:{site.operator}:{site.before}->{site.after}"
        named[change] += 1
        ident = change if named[change] == 1 else f"{change}#{named[change]}"  # the same text twice on one line
        said = {"id": ident, "operator": site.operator, "line": site.line, "before": site.before, "after": site.after}
        mutants.append(said | {"source": text + "\n"})
    return mutants


def _bytecode(text: str) -> bytes | None:
    try:
        code = compile(text, "solution.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return None
    return repr(_flat(code)).encode()


def _flat(code: Any) -> tuple[Any, ...]:
    constants = tuple(_flat(const) if hasattr(const, "co_code") else (type(const), const) for const in code.co_consts)
    handlers = getattr(code, "co_exceptiontable", b"")
    return code.co_name, code.co_code, constants, code.co_names, code.co_varnames, code.co_freevars, handlers


def _applied(tree: ast.AST, site: Site) -> ast.AST:
    changed = copy.deepcopy(tree)
    parent: Any = changed
    for name, at in site.path[:-1]:
        parent = getattr(parent, name) if at is None else getattr(parent, name)[at]
    name, at = site.path[-1]
    if at is None:
        setattr(parent, name, site.node)
    else:
        getattr(parent, name)[at] = site.node if site.node is not None else ast.Pass()
    return ast.fix_missing_locations(changed)


def _sites(tree: ast.AST) -> Iterator[Site]:
    for place in _walk(tree, Place((), tree, None, None)):
        for operator in _OPERATORS:
            for changed, name, before, after in operator(place.node, place.parent):
                yield Site(place.path, getattr(place.node, "lineno", 0), name, before, after, changed)
        if _droppable(place):
            yield Site(place.path, place.node.lineno, "statement", _text(place.node), "pass", None)


def _walk(node: ast.AST, above: Place) -> Iterator[Place]:
    if isinstance(node, (ast.Raise, ast.JoinedStr)):  # the words of a message: no test should depend on them
        return
    function = node if isinstance(node, ast.FunctionDef) else above.function
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params", "msg"):
            continue
        children = enumerate(value) if isinstance(value, list) else [(None, value)]
        for at, child in children:
            if not isinstance(child, ast.AST) or _is_docstring(node, name, at, child):
                continue
            place = Place((*above.path, (name, at)), child, node, function)
            yield place
            yield from _walk(child, place)


def _is_docstring(node: ast.AST, name: str, at: int | None, child: ast.AST) -> bool:
    holds = isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef)) and name == "body" and at == 0
    return holds and isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)


def _droppable(place: Place) -> bool:
    """Whether a statement may go; the module's and a class's own statements are its shape, and stay."""
    node = place.node
    if not isinstance(node, ast.stmt) or isinstance(place.parent, (ast.Module, ast.ClassDef)):
        return False
    if isinstance(node, ast.Expr):
        return not isinstance(node.value, ast.Constant)
    if isinstance(node, (ast.Assign, ast.AnnAssign)):
        return not _is_first_binding(node, place.function)
    return isinstance(node, (ast.AugAssign, ast.If, ast.For, ast.While, ast.Delete, ast.Continue, ast.Break, ast.Raise))


def _is_first_binding(node: ast.Assign | ast.AnnAssign, function: ast.FunctionDef | None) -> bool:
    """Whether names come into being here: without it nothing runs, and a fault that any test finds proves nothing."""
    if function is None:
        return False
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    if all(isinstance(target, ast.Attribute) for target in targets):
        return function.name == "__init__"
    made = {leaf.id for target in targets for leaf in ast.walk(target) if _binds(leaf)}
    before = {arg.arg for arg in ast.walk(function) if isinstance(arg, ast.arg)}
    start = (node.lineno, node.col_offset)
    before |= {leaf.id for leaf in ast.walk(function) if _binds(leaf) and (leaf.lineno, leaf.col_offset) < start}
    return bool(made - before)


def _binds(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def _text(node: ast.AST) -> str:
    text = ast.unparse(node).splitlines()[0]
    return text if len(text) <= 60 else text[:57] + "..."


def _comparison(node: ast.AST, _: ast.AST | None) -> Iterator[Change]:
    if not isinstance(node, ast.Compare):
        return
    for at, operator in enumerate(node.ops):
        for table in (_COMPARE, _REVERSED):
            other = table.get(type(operator))
            if other:
                changed = ast.Compare(node.left, [*node.ops[:at], other(), *node.ops[at + 1 :]], node.comparators)
                yield changed, "comparison", _text(node), _text(changed)


def _arithmetic(node: ast.AST, _: ast.AST | None) -> Iterator[Change]:
    if isinstance(node, (ast.BinOp, ast.AugAssign)):
        other = _ARITHMETIC.get(type(node.op))
        if other:
            changed = copy.copy(node)
            changed.op = other()
            yield changed, "arithmetic", _text(node), _text(changed)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.Not, ast.Invert)):
        yield node.operand, "unary", _text(node), _text(node.operand)


def _constant(node: ast.AST, parent: ast.AST | None) -> Iterator[Change]:
    if not isinstance(node, ast.Constant) or isinstance(parent, (ast.JoinedStr, ast.FormattedValue)):
        return
    value = node.value
    if isinstance(value, bool):
        others: list[Any] = [not value]
    elif isinstance(value, int):
        others = [value + 1, value - 1]
    elif isinstance(value, float):
        others = [0.0, value * 1e3] if 0 < abs(value) < _SMALL else [value * 2 if value else 1.0, -value or -1.0]
    else:
        return
    for other in others:
        yield ast.Constant(other), "constant", repr(value), repr(other)


def _call(node: ast.AST, _: ast.AST | None) -> Iterator[Change]:
    if not isinstance(node, ast.Call):
        return
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if len(node.args) == 2 and not any(isinstance(arg, ast.Starred) for arg in node.args):
        changed = ast.Call(node.func, node.args[::-1], node.keywords)
        yield changed, "swapped arguments", _text(node), _text(changed)
    if name in _OPPOSITES:
        func = copy.copy(node.func)
        setattr(func, "attr" if isinstance(func, ast.Attribute) else "id", _OPPOSITES[name])
        changed = ast.Call(func, node.args, node.keywords)
        yield changed, "opposite", _text(node), _text(changed)
    if name in _CLIPS and len(node.args) >= 2:
        yield node.args[0], "clipping", _text(node), _text(node.args[0])
    for at, keyword in enumerate(node.keywords):
        if keyword.arg in ("axis", "keepdims", "key", "reverse", "side", "kind", "initial", "where", "dtype"):
            kept = node.keywords[:at] + node.keywords[at + 1 :]
            yield ast.Call(node.func, node.args, kept), "keyword", f"{keyword.arg}={_text(keyword.value)}", "nothing"


def _epsilon(node: ast.AST, _: ast.AST | None) -> Iterator[Change]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        for kept, gone in ((node.left, node.right), (node.right, node.left)):
            small = isinstance(gone, ast.Constant) and isinstance(gone.value, float) and abs(gone.value) < _SMALL
            if small or (isinstance(gone, (ast.Name, ast.Attribute)) and "eps" in _text(gone)):
                yield kept, "epsilon", _text(node), _text(kept)


def _logic(node: Any, parent: ast.AST | None) -> Iterator[Change]:
    if isinstance(node, ast.BoolOp):
        changed = ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        yield changed, "logic", _text(node), _text(changed)
    if isinstance(node, (ast.If, ast.While, ast.IfExp)):
        changed = copy.copy(node)
        changed.test = ast.UnaryOp(ast.Not(), node.test)
        yield changed, "negated condition", _text(node.test), _text(changed.test)
    if isinstance(parent, ast.comprehension) and node in parent.ifs:
        changed = ast.UnaryOp(ast.Not(), node)
        yield changed, "negated condition", _text(node), _text(changed)


def _slice(node: ast.AST, _: ast.AST | None) -> Iterator[Change]:
    if not isinstance(node, ast.Slice):
        return
    for name in ("lower", "upper", "step"):
        if getattr(node, name) is not None:
            changed = copy.copy(node)
            setattr(changed, name, None)
            yield changed, "slice", _text(node), _text(changed)


_OPERATORS: list[Callable[[ast.AST, ast.AST | None], Iterator[Change]]] = [
    _comparison,
    _arithmetic,
    _constant,
    _call,
    _epsilon,
    _logic,
    _slice,
]
