"""One walk over a source: scopes with their statements and calls, in the order in which they are written."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from typing import Any

Loop = ast.For | ast.While | ast.AsyncFor


class Call:
    """A call, where it stands, and what it calls (``key``, see ``names.py``)."""

    __slots__ = ("key", "last", "loop", "node", "scope")

    def __init__(self, node: ast.Call, scope: Scope, loop: ast.AST | None) -> None:
        self.node = node
        self.scope = scope
        self.loop = loop
        self.key = ""
        self.last = ""


class Scope:
    """A module, class or function: what is written directly in it, branches and loops included."""

    __slots__ = ("calls", "children", "kind", "name", "node", "parent", "statements")

    def __init__(self, kind: str, name: str, node: Any, parent: Scope | None) -> None:
        self.kind = kind
        self.name = name
        self.node = node
        self.parent = parent
        self.statements: list[ast.stmt] = []
        self.calls: list[Call] = []
        self.children: list[Scope] = []
        if parent is not None:
            parent.children.append(self)

    @property
    def line(self) -> int:
        return 1 if self.node is None else self.node.lineno

    def enclosing_class(self) -> Scope | None:
        """The class whose method this is."""
        return self.parent if self.parent is not None and self.parent.kind == "class" else None


class Tree:
    """What the walk found, each list in source order."""

    def __init__(self) -> None:
        self.module = Scope("module", "", None, None)
        self.scopes: list[Scope] = [self.module]
        self.calls: list[Call] = []
        self.imports: list[ast.Import | ast.ImportFrom] = []
        self.compares: list[tuple[ast.Compare, Scope]] = []
        self.sums: list[tuple[ast.BinOp, Scope]] = []
        self.dicts: list[ast.Dict] = []
        self.loops: list[tuple[Any, Scope]] = []
        self.tries: list[tuple[ast.Try, ast.AST | None]] = []
        self.texts: list[ast.JoinedStr] = []
        self.subscripts: list[tuple[ast.Subscript, Scope]] = []


_Push = Callable[[Any], None]
_Stack = list[tuple[Any, Scope, Any]]

_LARGEST_DICT = 200


def walk(body: list[ast.stmt]) -> Tree:
    """Walks once, without recursion: code may be nested more deeply than the interpreter's stack."""
    tree = Tree()
    stack: _Stack = [(node, tree.module, None) for node in reversed(body)]
    pop = stack.pop
    handlers = _HANDLERS
    while stack:
        node, scope, loop = pop()
        handler = handlers.get(type(node))
        if handler is not None:
            handler(node, scope, loop, tree, stack)
    return tree


def _push_all(nodes: Iterable[Any], scope: Scope, loop: Any, stack: _Stack) -> None:
    for node in reversed(list(nodes)):
        if type(node) not in _LEAVES:
            stack.append((node, scope, loop))


_LEAVES = {ast.Name, ast.Constant, type(None), ast.Pass, ast.Break, ast.Continue}


def _function(node: Any, scope: Scope, loop: Any, tree: Tree, stack: _Stack) -> None:
    inner = Scope("function", node.name, node, scope)
    tree.scopes.append(inner)
    stack.extend((statement, inner, None) for statement in reversed(node.body))
    _push_all([*node.decorator_list, *node.args.defaults, *node.args.kw_defaults], scope, loop, stack)


def _class(node: ast.ClassDef, scope: Scope, loop: Any, tree: Tree, stack: _Stack) -> None:
    inner = Scope("class", node.name, node, scope)
    tree.scopes.append(inner)
    stack.extend((statement, inner, None) for statement in reversed(node.body))
    _push_all([*node.decorator_list, *node.bases], scope, loop, stack)


def _call(node: ast.Call, scope: Scope, loop: Any, tree: Tree, stack: _Stack) -> None:
    call = Call(node, scope, loop)
    scope.calls.append(call)
    tree.calls.append(call)
    for keyword in reversed(node.keywords):
        if type(keyword.value) not in _LEAVES:
            stack.append((keyword.value, scope, loop))
    for argument in reversed(node.args):
        if type(argument) not in _LEAVES:
            stack.append((argument, scope, loop))
    _attribute(node.func, scope, loop, tree, stack)


def _attribute(node: Any, scope: Scope, loop: Any, _tree: Tree, stack: _Stack) -> None:
    while type(node) is ast.Attribute:
        node = node.value
    if type(node) not in _LEAVES:
        stack.append((node, scope, loop))


def _value(node: Any, scope: Scope, loop: Any, _tree: Tree, stack: _Stack) -> None:
    scope.statements.append(node)
    if type(node.value) not in _LEAVES:
        stack.append((node.value, scope, loop))


def _assign(node: ast.Assign, scope: Scope, loop: Any, _tree: Tree, stack: _Stack) -> None:
    scope.statements.append(node)
    if type(node.value) not in _LEAVES:
        stack.append((node.value, scope, loop))
    for target in node.targets:
        if type(target) is ast.Subscript and type(target.slice) not in _LEAVES:
            stack.append((target.slice, scope, loop))


def _for(node: Any, scope: Scope, loop: Any, tree: Tree, stack: _Stack) -> None:
    scope.statements.append(node)
    tree.loops.append((node, scope))
    _push_all([*node.body, *node.orelse], scope, node, stack)
    if type(node.iter) not in _LEAVES:
        stack.append((node.iter, scope, loop))


def _while(node: ast.While, scope: Scope, _loop: Any, tree: Tree, stack: _Stack) -> None:
    scope.statements.append(node)
    tree.loops.append((node, scope))
    _push_all([node.test, *node.body, *node.orelse], scope, node, stack)


def _if(node: ast.If, scope: Scope, loop: Any, _tree: Tree, stack: _Stack) -> None:
    scope.statements.append(node)
    _push_all([node.test, *node.body, *node.orelse], scope, loop, stack)


def _with(node: Any, scope: Scope, loop: Any, _tree: Tree, stack: _Stack) -> None:
    scope.statements.append(node)
    _push_all([*(item.context_expr for item in node.items), *node.body], scope, loop, stack)


def _try(node: Any, scope: Scope, loop: Any, tree: Tree, stack: _Stack) -> None:
    tree.tries.append((node, loop))
    handled = [statement for handler in node.handlers for statement in handler.body]
    _push_all([*node.body, *handled, *node.orelse, *node.finalbody], scope, loop, stack)


def _match(node: Any, scope: Scope, loop: Any, _tree: Tree, stack: _Stack) -> None:
    _push_all([node.subject, *(line for case in node.cases for line in case.body)], scope, loop, stack)


def _statement(node: Any, scope: Scope, _loop: Any, _tree: Tree, _stack: _Stack) -> None:
    scope.statements.append(node)


def _assert(node: ast.Assert, scope: Scope, loop: Any, _tree: Tree, stack: _Stack) -> None:
    scope.statements.append(node)
    _push_all([node.test], scope, loop, stack)


def _import(node: Any, _scope: Scope, _loop: Any, tree: Tree, _stack: _Stack) -> None:
    tree.imports.append(node)


def _compare(node: ast.Compare, scope: Scope, loop: Any, tree: Tree, stack: _Stack) -> None:
    tree.compares.append((node, scope))
    _push_all([node.left, *node.comparators], scope, loop, stack)


def _binary(node: ast.BinOp, scope: Scope, loop: Any, tree: Tree, stack: _Stack) -> None:
    if type(node.op) is ast.Add:
        tree.sums.append((node, scope))
    _push_all((node.left, node.right), scope, loop, stack)


def _dict(node: ast.Dict, scope: Scope, loop: Any, tree: Tree, stack: _Stack) -> None:
    if len(node.keys) <= _LARGEST_DICT:
        tree.dicts.append(node)
    _push_all(node.values, scope, loop, stack)


def _text(node: ast.JoinedStr, scope: Scope, loop: Any, tree: Tree, stack: _Stack) -> None:
    tree.texts.append(node)
    if node.lineno != node.end_lineno:
        return  # before Python 3.12 the places inside are not right
    inner = [value.value for value in node.values if type(value) is ast.FormattedValue]
    for value in inner:
        for each in ast.walk(value):
            each.in_text = True  # type: ignore[attr-defined]
            each.lineno = node.lineno  # type: ignore[attr-defined]
    _push_all(inner, scope, loop, stack)


def _subscript(node: ast.Subscript, scope: Scope, loop: Any, tree: Tree, stack: _Stack) -> None:
    tree.subscripts.append((node, scope))
    _push_all((node.value, node.slice), scope, loop, stack)


def _fields(*names: str) -> Callable[..., None]:
    def handle(node: Any, scope: Scope, loop: Any, _tree: Tree, stack: _Stack) -> None:
        for name in names:
            value = getattr(node, name)
            if type(value) is list:
                _push_all(value, scope, loop, stack)
            elif type(value) not in _LEAVES:
                stack.append((value, scope, loop))

    return handle


def _comprehension(node: Any, scope: Scope, _loop: Any, _tree: Tree, stack: _Stack) -> None:
    elements = [node.key, node.value] if type(node) is ast.DictComp else [node.elt]
    _push_all(elements, scope, node, stack)
    _push_all([each for part in node.generators for each in (part.iter, *part.ifs)], scope, node, stack)


_HANDLERS: dict[type, Callable[..., None]] = {
    ast.FunctionDef: _function,
    ast.AsyncFunctionDef: _function,
    ast.ClassDef: _class,
    ast.Call: _call,
    ast.Attribute: _attribute,
    ast.Expr: _value,
    ast.Assign: _assign,
    ast.AnnAssign: _value,
    ast.AugAssign: _value,
    ast.Return: _value,
    ast.For: _for,
    ast.AsyncFor: _for,
    ast.While: _while,
    ast.If: _if,
    ast.With: _with,
    ast.AsyncWith: _with,
    ast.Try: _try,
    ast.Match: _match,
    ast.Global: _statement,
    ast.Assert: _assert,
    ast.Raise: _fields("exc"),
    ast.Import: _import,
    ast.ImportFrom: _import,
    ast.Compare: _compare,
    ast.BinOp: _binary,
    ast.BoolOp: _fields("values"),
    ast.UnaryOp: _fields("operand"),
    ast.IfExp: _fields("test", "body", "orelse"),
    ast.Dict: _dict,
    ast.List: _fields("elts"),
    ast.Tuple: _fields("elts"),
    ast.Set: _fields("elts"),
    ast.Subscript: _subscript,
    ast.Slice: _fields("lower", "upper"),
    ast.Starred: _fields("value"),
    ast.Await: _fields("value"),
    ast.Yield: _fields("value"),
    ast.YieldFrom: _fields("value"),
    ast.NamedExpr: _fields("value"),
    ast.Lambda: _fields("body"),
    ast.JoinedStr: _text,
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.DictComp: _comprehension,
}
if hasattr(ast, "TryStar"):
    _HANDLERS[ast.TryStar] = _try
