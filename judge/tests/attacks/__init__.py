"""Attacks on the judge: submissions that try to reach, take or outlive what they must not.

An attack is a small function. Its source, after that of `prelude`, becomes the submission; it is called with a dict of
places on the host worth attacking and returns text that begins with PWNED when it believes that it managed. What it
says is one witness; the other is `host.Host`, which looks from outside. The docstring says what is tried.
"""

from __future__ import annotations

import ast
import inspect
import platform
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

ATTACKS: list[Attack] = []
_PRELUDE = Path(__file__).with_name("prelude.py").read_text(encoding="utf-8")
X86 = platform.machine() == "x86_64"


class Attack(NamedTuple):
    """One attack: what it tries, its submission, and which verdicts are right (None: any but an error of ours)."""

    name: str
    tries: str
    source: str
    verdicts: frozenset[str] | None
    options: dict[str, Any]

    @property
    def needs(self) -> str | None:
        """What this attack needs to mean anything: a tier ("full"), or None."""
        found = self.options.get("needs")
        return found if isinstance(found, str) else None


def attack(*verdicts: str, **options: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Registers a function as an attack; `verdicts` are those that are right.

    Options: `needs` (a tier), `limits` and `tier` (as in the protocol), `lasts_s` (longest wall time allowed).
    """

    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        source = textwrap.dedent(inspect.getsource(function))
        first = ast.parse(source).body[0].lineno  # the line of `def`: decorators are left out
        body = "\n".join(source.splitlines()[first - 1 :])
        text = f"{_PRELUDE}\n\n{body}\n\n\nattack = {function.__name__}\n"
        add(function.__name__, inspect.getdoc(function) or "", text, *verdicts, **options)
        return function

    return register


def add(name: str, tries: str, source: str, *verdicts: str, **options: Any) -> None:
    """Registers an attack given as a whole source."""
    if any(known.name == name for known in ATTACKS):
        raise ValueError(f"two attacks are called {name}")
    ATTACKS.append(Attack(name, tries, source, frozenset(verdicts) or None, options))


def refused(name: str, tries: str, numbers: tuple[int, int | None], arguments: str) -> None:
    """Registers a system call that must fail: `numbers` on x86_64 and aarch64, `arguments` as Python text."""
    number = numbers[0] if X86 else numbers[1]
    if number is None:
        return
    call = f"call({number}, {arguments})" if arguments else f"call({number})"
    body = f"def {name}(host):\n    found, error = {call}\n    return f'PWNED: {name} gave {{found}}' if found >= 0 else error"
    add(name, tries, f"{_PRELUDE}\n\n{body}\n\n\nattack = {name}\n")
