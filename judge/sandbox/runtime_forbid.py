"""Names a problem forbids, caught when they are used: through aliases, getattr, importlib or a library that calls back.

Every place in every module that holds a forbidden function gets a wrapper. The wrapper looks at its direct caller: the
submission is refused; a library frame passes if its own code names the function, as NumPy's internals do, and is
refused if not, as `np.apply_along_axis(np.sort, ...)` is. A forbidden module gives the submission a stub in its place.

This catches use, not malice: the submission shares the process and can dig out originals. What it would win is a
verdict on its own exercise; the syntax-tree check of the harness and the reader of the code remain.
"""

from __future__ import annotations

import builtins
import importlib
import os
import sys
import types
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

_BUILTIN = "builtins."
_OPEN_ATTRIBUTES = {
    "__name__",
    "__qualname__",
    "__doc__",
    "__module__",
    "__class__",
    "__spec__",
    "__path__",
    "__file__",
}
_LIBRARY = tuple({os.path.dirname(os.__file__), *(path for path in sys.path if path.endswith(tuple("0123456789s")))})


class Forbidden(BaseException):
    """A forbidden name was used; a BaseException so that the submission's `except Exception` does not hide it."""


_tell: list[Callable[[str], None]] = []


def install(names: Sequence[str], module: types.ModuleType, tell: Callable[[str], None]) -> None:
    """Puts the wrappers and stubs in place.

    Parameters
    ----------
    names : dotted names ("numpy.sort", "scipy.optimize"), bare builtins ("sorted") and methods (".sort")
    module : the submission's module, still empty
    tell : called with the name that was used; need not return
    """
    methods = {name[1:] for name in names if name.startswith(".")}
    dotted = [_BUILTIN + name if hasattr(builtins, name) else name for name in names if not name.startswith(".")]
    _tell.append(tell)
    guard = _Guard(dotted)
    guard.apply()
    guard.watch_imports()
    module.__dict__["__builtins__"] = own = dict(vars(builtins))
    if methods:
        own["getattr"] = _guarded_lookup(builtins.getattr, 1, methods)
        import operator

        operator.methodcaller = _guarded_lookup(operator.methodcaller, 0, methods)  # type: ignore[misc,assignment]
        operator.attrgetter = _guarded_lookup(operator.attrgetter, 0, methods)  # type: ignore[misc,assignment]


def _refuse(name: str) -> NoReturn:
    name = name.removeprefix(_BUILTIN)
    _tell[-1](name)
    raise Forbidden(name)


def _is_library(frame: types.FrameType) -> bool:
    """By its file and by its globals, which must be a loaded module's: a file name can be made up."""
    if not frame.f_code.co_filename.startswith((*_LIBRARY, "<frozen ")):
        return False
    module = sys.modules.get(frame.f_globals.get("__name__", ""))
    return module is not None and (vars(module) is frame.f_globals or type(module) is _Stub)


def _may_use(frame: types.FrameType | None, names: set[str]) -> bool:
    """Whether a caller is a library that names what it uses, rather than the submission or a go-between."""
    return frame is not None and _is_library(frame) and not names.isdisjoint(frame.f_code.co_names)


class _Guard:
    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self.wrappers: dict[int, tuple[Any, Any]] = {}  # id of the original: (original kept alive, replacement)
        self.aliases: dict[int, set[str]] = {}
        self.modules = tuple(name for name in names if self.is_module(name))

    def is_module(self, name: str) -> bool:
        if name in sys.modules:
            return True
        parent, _, last = name.rpartition(".")
        holder = sys.modules.get(parent)
        return holder is None or not hasattr(holder, last)

    def covers(self, module_name: str) -> str | None:
        """The forbidden module that a module is or lies in."""
        return next((name for name in self.modules if module_name == name or module_name.startswith(f"{name}.")), None)

    def apply(self) -> None:
        """Finds the forbidden objects among what is imported now and replaces them wherever they are held."""
        for name in self.names:
            if name not in self.modules:
                self.wrap(name)
        for name, module in list(sys.modules.items()):
            forbidden = self.covers(name)
            if forbidden is not None and type(module) is not _Stub and isinstance(module, types.ModuleType):
                self.wrappers[id(module)] = (module, _stub(module, forbidden))
        self.replace()

    def wrap(self, name: str) -> None:
        target: Any = None
        for parent in _holders(name):
            target = parent
        if target is None or type(target) is _Wrapper or id(target) in self.wrappers:
            return
        known = self.aliases.setdefault(id(target), {name.rpartition(".")[2]})
        self.wrappers[id(target)] = (target, _wrapper(target, name, known))

    def replace(self) -> None:
        for holder in [
            module.__dict__ for module in list(sys.modules.values()) if isinstance(module, types.ModuleType)
        ]:
            for key, value in list(holder.items()):
                if id(value) in self.wrappers and key != "__builtins__":
                    original, replacement = self.wrappers[id(value)]
                    self.aliases.setdefault(id(original), set()).add(key)
                    holder[key] = replacement
                elif type(value) in (list, dict, set) and key != "__builtins__":
                    self.replace_in(value)
        for name, module in list(sys.modules.items()):
            if id(module) in self.wrappers:
                sys.modules[name] = self.wrappers[id(module)][1]

    def replace_in(self, container: Any) -> None:
        """As in modules, in the lists, dicts and sets that modules hold."""
        swap = {key: pair[1] for key, pair in self.wrappers.items()}
        if type(container) is list:
            container[:] = [swap.get(id(value), value) for value in container]
        elif type(container) is dict:
            for key, value in list(container.items()):
                if id(value) in swap and container is not sys.modules:
                    container[key] = swap[id(value)]
        else:
            for value in [value for value in container if id(value) in swap]:
                container.remove(value)

    def watch_imports(self) -> None:
        """Looks again after every import: a module loaded afresh brings fresh originals."""
        bootstrap: Any = importlib._bootstrap  # type: ignore[attr-defined]
        load = bootstrap._find_and_load
        known = {name: module for name, module in sys.modules.items() if name != "solution"}

        def find_and_load(name: str, *rest: Any) -> Any:
            forbidden = self.covers(name)
            if forbidden is not None and not _imported_by_library():
                _refuse(forbidden)
            if name in known:  # thrown out of sys.modules to be loaded afresh: the patched one comes back
                sys.modules[name] = known[name]
            else:
                load(name, *rest)
                self.apply()
                known.update(sys.modules)
            return sys.modules[name]

        bootstrap._find_and_load = find_and_load


def _imported_by_library() -> bool:
    """Whether the import under way was asked for by a library's own import statement."""
    frame: types.FrameType | None = sys._getframe(2)
    importers = ("<frozen importlib", os.path.join(os.path.dirname(os.__file__), "importlib"), __file__)
    while frame is not None and frame.f_code.co_filename.startswith(importers):
        frame = frame.f_back
    return frame is not None and _is_library(frame)


def _holders(name: str) -> list[Any]:
    """The objects along a dotted name, as far as it resolves fully; else nothing."""
    first, *rest = name.split(".")
    found: list[Any] = [sys.modules.get(first)]
    for part in rest:
        if found[-1] is None:
            return []
        found.append(
            vars(found[-1]).get(part) if isinstance(found[-1], types.ModuleType) else getattr(found[-1], part, None)
        )
    return found


class _Wrapper:
    """Stands in for a forbidden function or class; its slots are closures, so the original is not an attribute."""

    __slots__ = ("__weakref__", "_call", "_look")

    def __init__(self, call: Callable[..., Any], look: Callable[[str], Any]) -> None:
        object.__setattr__(self, "_call", call)
        object.__setattr__(self, "_look", look)

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        return object.__getattribute__(self, "_call")(sys._getframe(1), args, kwargs)

    def __getattribute__(self, name: str) -> Any:
        return object.__getattribute__(self, "_look")(sys._getframe(1), name)

    def __instancecheck__(self, instance: Any) -> bool:
        return isinstance(instance, object.__getattribute__(self, "_look")(None, ""))

    def __subclasscheck__(self, subclass: type) -> bool:
        return issubclass(subclass, object.__getattribute__(self, "_look")(None, ""))

    def __mro_entries__(self, bases: tuple[Any, ...]) -> tuple[Any, ...]:
        return (object.__getattribute__(self, "_look")(sys._getframe(1), "__mro_entries__"),)


def _wrapper(target: Any, name: str, aliases: set[str]) -> _Wrapper:
    def call(frame: types.FrameType, args: Any, kwargs: Any) -> Any:
        if not _may_use(frame, aliases):
            _refuse(name)
        return target(*args, **kwargs)

    def look(frame: types.FrameType | None, attribute: str) -> Any:
        if frame is None:
            return target
        if attribute not in _OPEN_ATTRIBUTES and not _may_use(frame, aliases):
            _refuse(name)
        return target if attribute == "__mro_entries__" else getattr(target, attribute)

    return _Wrapper(call, look)


class _Stub(types.ModuleType):
    """Stands in for a forbidden module: libraries see through it, the submission does not."""


def _stub(module: types.ModuleType, forbidden: str) -> _Stub:
    def look(attribute: str) -> Any:
        frame = sys._getframe(1)
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return getattr(module, attribute)
        if attribute not in _OPEN_ATTRIBUTES and not _may_use(frame, {attribute}):
            _refuse(forbidden)
        return getattr(module, attribute)

    stub = _Stub(module.__name__, module.__doc__)
    stub.__dict__.update(
        {key: vars(module)[key] for key in ("__spec__", "__path__", "__file__") if key in vars(module)}
    )
    stub.__dict__["__getattr__"] = look
    return stub


def _guarded_lookup(function: Callable[..., Any], place: int, methods: set[str]) -> Callable[..., Any]:
    def lookup(*args: Any) -> Any:
        asked = [str(arg).rpartition(".")[2] for arg in args[place : place + 1] if isinstance(arg, str)]
        found = next((name for name in asked if name in methods), None)
        if found is not None and not _is_library(sys._getframe(1)):
            _refuse(f".{found}")
        return function(*args)

    return lookup
