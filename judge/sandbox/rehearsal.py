"""A checker's dress rehearsal: while it waits for work it judges a tiny problem of our own.

A forked process pays a fault for each page it first writes to; here they are paid before anybody waits. The solution
is ours and runs in this process over a loop instead of a pipe, so that no child is spent on it.
"""

from __future__ import annotations

import contextlib
import json
import sys
import types
from pathlib import Path
from typing import Any

from sandbox import child
from sandbox.client import Solution
from sandbox.frames import FROM_SOLUTION, HEAD, pack, sizes, unpack
from sandbox.outcome import Limits, Usage

_PROBLEM = Path(__file__).with_name("rehearsal_problem")
_LIMITS = {"testTimeMs": 10_000, "totalTimeMs": 20_000, "memoryMb": 512, "outputBytes": 65536}


class _Loop:
    """Stands in for the link to a child: what is sent is served here and now."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.carried = 0
        self._server = child.Server(self, lambda _: None)  # type: ignore[arg-type]
        self._reply: list[Any] = []

    def send(self, header: dict[str, Any], buffers: list[Any], deadline: float | None = None) -> None:
        data = memoryview(b"".join(pack(header, buffers)))
        length, _ = sizes(bytes(data[: HEAD.size]), FROM_SOLUTION)
        message = unpack(data[HEAD.size : HEAD.size + length], data[HEAD.size + length :])
        if deadline is None:
            self._reply.append(message)
        else:
            self._server.answer(*message)

    def receive(self, deadline: float) -> Any:
        return self._reply.pop()

    def output(self) -> bytes:
        return b""

    def close(self) -> Usage:
        return Usage(0.0, 0, "closed")


def rehearse() -> None:
    """Judges the rehearsal problem once, then forgets it; never fails, for it is no one's submission."""
    from holdout_judge import checker

    source = (_PROBLEM / "solution.py").read_text()
    request = {
        "op": "judge",
        "id": "",
        "problem": str(_PROBLEM),
        "kind": "implement",
        "tier": "numpy",
        "mode": "submit",
        "source": source,
        "limits": _LIMITS,
        "seed": 0,
    }
    known = set(sys.modules)

    def spawn(tier: str, limits: Limits) -> Solution:
        return Solution(_Loop(limits))  # type: ignore[arg-type]

    with contextlib.suppress(Exception):
        checker.run(request, spawn, json.dumps, lambda: False)
    for name in set(sys.modules) - known:
        if type(sys.modules[name]) is types.ModuleType and getattr(sys.modules[name], "__spec__", None) is None:
            del sys.modules[name]
