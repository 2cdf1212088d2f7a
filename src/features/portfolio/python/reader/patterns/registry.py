"""Rules and what calls them."""

from __future__ import annotations

from collections.abc import Callable

from ..reading import Reading
from ..tree import Call, Scope

CallRule = Callable[[Reading, Call], None]
ScopeRule = Callable[[Reading, Scope], None]
SourceRule = Callable[[Reading], None]

BY_KEY: dict[str, list[CallRule]] = {}
BY_LAST: dict[str, list[CallRule]] = {}
BY_SCOPE: dict[str, list[ScopeRule]] = {"function": [], "class": [], "module": []}
BY_SOURCE: list[SourceRule] = []


def on_call(*keys: str) -> Callable[[CallRule], CallRule]:
    """A rule for calls of these keys, see ``names.py``; ``package:A B C`` stands for several names of a package."""

    def register(rule: CallRule) -> CallRule:
        for key in spread(*keys):
            BY_KEY.setdefault(key, []).append(rule)
        return rule

    return register


def on_last(*names: str) -> Callable[[CallRule], CallRule]:
    """A rule for calls whose last name is one of these, whatever they belong to."""

    def register(rule: CallRule) -> CallRule:
        for name in " ".join(names).split():
            BY_LAST.setdefault(name, []).append(rule)
        return rule

    return register


def on_scope(kind: str) -> Callable[[ScopeRule], ScopeRule]:
    """A rule for each ``function``, ``class`` or ``module``."""

    def register(rule: ScopeRule) -> ScopeRule:
        BY_SCOPE[kind].append(rule)
        return rule

    return register


def on_source(rule: SourceRule) -> SourceRule:
    """A rule that looks at the whole source once, after all others."""
    BY_SOURCE.append(rule)
    return rule


def spread(*keys: str) -> list[str]:
    """``sklearn:A B`` as ``sklearn:A`` and ``sklearn:B``."""
    found: list[str] = []
    for key in keys:
        package, separator, names = key.partition(":")
        found.extend(f"{package}{separator}{name}" for name in names.split())
    return found


def apply_rules(reading: Reading) -> None:
    """Runs every rule that the calls, scopes and the source call for."""
    for call in reading.tree.calls:
        for rule in BY_KEY.get(call.key, ()):
            rule(reading, call)
        for rule in BY_LAST.get(call.last, ()):
            rule(reading, call)
    for scope in reading.tree.scopes:
        for scope_rule in BY_SCOPE[scope.kind]:
            scope_rule(reading, scope)
    for source_rule in BY_SOURCE:
        source_rule(reading)
