"""What a name stands for: imports with their aliases, and variables that hold an object of a known class.

A call gets a key: ``sklearn:train_test_split`` for a function of a package (by its root and its last name, whichever
module re-exports it), ``sklearn:StandardScaler#fit`` for a method of an object made in this file, ``local:name`` for
what the file defines, ``builtins:name`` for the rest of bare names, ``.name`` where the object is not known.
"""

from __future__ import annotations

import ast
from typing import Any

from .tree import Call, Scope, Tree

_ROOTS = {
    "tensorflow.keras": "keras",
    "tensorflow.python.keras": "keras",
    "tf_keras": "keras",
    "keras_core": "keras",
    "pytorch_lightning": "lightning",
    "lightning_fabric": "lightning",
    "imblearn": "imblearn",
    "cuml": "sklearn",
    "gymnasium": "gym",
}
_FAMILIES = ("langchain", "llama_index", "langgraph")
_Types = dict[tuple[int, str], list[tuple[int, str]]]


class Names:
    """Resolves names of one source; of ``from package import *`` only ``known`` names are taken to come from there."""

    def __init__(self, tree: Tree, known: frozenset[str]) -> None:
        self._known = known
        self.imports: dict[str, str] = {}
        self.packages: dict[str, tuple[int, int]] = {}
        self.stars: list[str] = []
        self.roots: set[str] = set()
        self.defined = {scope.name for scope in tree.scopes if scope.kind != "module"}
        self._types: _Types = {}
        for node in tree.imports:
            self._import(node)
        for scope in tree.scopes:
            self._learn_types(scope)

    # -- imports -------------------------------------------------------------------------------------------------

    def _import(self, node: ast.Import | ast.ImportFrom) -> None:
        if type(node) is ast.Import:
            for alias in node.names:
                self._count(alias.name, node.lineno)
                self.imports[alias.asname or alias.name.partition(".")[0]] = (
                    alias.name if alias.asname else alias.name.partition(".")[0]
                )
            return
        module = "." * node.level + (node.module or "")
        self._count(module, node.lineno)
        for alias in node.names:
            if alias.name == "*":
                self.stars.append(root_of(module))
            else:
                separator = "" if module.endswith(".") else "."
                self.imports[alias.asname or alias.name] = f"{module}{separator}{alias.name}"

    def _count(self, module: str, line: int) -> None:
        self.roots.add(root_of(module))
        if module.startswith("."):
            return
        package = module.partition(".")[0]
        first, count = self.packages.get(package, (line, 0))
        self.packages[package] = (first, count + 1)

    # -- variables -----------------------------------------------------------------------------------------------

    def _learn_types(self, scope: Scope) -> None:
        for statement in scope.statements:
            value = getattr(statement, "value", None)
            if type(value) is not ast.Call or type(statement) not in (ast.Assign, ast.AnnAssign):
                continue
            key = self.key_of(value.func, scope)
            made = made_by(key)
            if made is None:
                continue
            targets = statement.targets if type(statement) is ast.Assign else [statement.target]
            for target in targets:
                self._learn(target, scope, made)

    def _learn(self, target: Any, scope: Scope, made: str) -> None:
        if type(target) is ast.Name:
            self._types.setdefault((id(scope), target.id), []).append((target.lineno, made))
        elif is_own(target) and (owner := scope.enclosing_class()) is not None:
            self._types.setdefault((id(owner), target.attr), []).append((target.lineno, made))

    def type_of(self, node: Any, scope: Scope) -> str | None:
        """The key of the class whose object an expression is, such as ``sklearn:StandardScaler``."""
        if type(node) is ast.Call:
            return made_by(self.key_of(node.func, scope))
        if is_own(node):
            owner = scope.enclosing_class()
            return None if owner is None else _only(self._types.get((id(owner), node.attr), []))
        if type(node) is not ast.Name:
            return None
        here: Scope | None = scope
        while here is not None:
            made = self._types.get((id(here), node.id))
            if made:
                return _latest(made, node.lineno) if here is scope else _only(made)
            here = here.parent
        return None

    # -- calls ---------------------------------------------------------------------------------------------------

    def key_of(self, func: Any, scope: Scope) -> str:
        """See the module's docstring."""
        if type(func) is ast.Name:
            return self._bare(func.id)
        if type(func) is not ast.Attribute:
            return ""
        last = func.attr
        base = func.value
        made = self.type_of(base, scope)
        if made is not None:
            return f"{made}#{last}"
        path = dotted(base)
        if path is not None:
            first, _, rest = path.partition(".")
            module = self.imports.get(first)
            if module is not None:
                return f"{root_of(f'{module}.{rest}' if rest else module)}:{last}"
        return f".{last}"

    def _bare(self, name: str) -> str:
        full = self.imports.get(name)
        if full is not None:
            return f"{root_of(full)}:{full.rpartition('.')[2]}"
        if name in self.defined:
            return f"local:{name}"
        starred = (f"{root}:{name}" for root in self.stars)
        return next((key for key in starred if key in self._known), f"builtins:{name}")

    def resolve_calls(self, calls: list[Call]) -> None:
        """Gives each call its key and its last name."""
        for call in calls:
            key = self.key_of(call.node.func, call.scope)
            call.key = key
            cut = max(key.rfind(":"), key.rfind("#"), key.rfind("."))
            call.last = key[cut + 1 :]


def root_of(module: str) -> str:
    """The package that a module belongs to, by the name that the patterns use."""
    if module.startswith("."):
        return "own"
    for prefix, root in _ROOTS.items():
        if module == prefix or module.startswith(f"{prefix}."):
            return root
    first = module.partition(".")[0]
    return next((family for family in _FAMILIES if first.startswith(family)), first)


def made_by(key: str) -> str | None:
    """The class, where a call makes an object of one: the name of a class begins with a capital letter."""
    if "#" in key or key.startswith("."):
        return None
    name = key.rpartition(":")[2]
    return key if name[:1].isupper() and not ("_" in name and name.isupper()) else None


def dotted(node: Any) -> str | None:
    """``a.b.c`` as text; None where it is anything else."""
    parts: list[str] = []
    while type(node) is ast.Attribute:
        parts.append(node.attr)
        node = node.value
    if type(node) is not ast.Name:
        return None
    parts.append(node.id)
    return ".".join(reversed(parts))


def is_own(node: Any) -> bool:
    """Whether it is ``self.something``."""
    return type(node) is ast.Attribute and type(node.value) is ast.Name and node.value.id == "self"


def _only(made: list[tuple[int, str]]) -> str | None:
    kinds = {kind for _, kind in made}
    return kinds.pop() if len(kinds) == 1 else None


def _latest(made: list[tuple[int, str]], line: int) -> str | None:
    before = [kind for at, kind in made if at <= line]
    return before[-1] if before else _only(made)
