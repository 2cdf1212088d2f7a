"""Which cores checker and child run on.

They take turns many times a millisecond. Left to itself the kernel puts both on one core, where each finds the caches
full of the other; on two cores a call takes half as long. This is about speed alone: where it cannot be had, nothing is
lost.
"""

from __future__ import annotations

import contextlib
import os
import sys

if sys.platform == "linux":
    from sandbox import linux

    _CORES = os.sched_getaffinity(0)
else:
    _CORES = set[int]()


def part(pid: int) -> bool:
    """Keeps this process on its core and `pid` off it; whether that was done."""
    if len(_CORES) < 2:
        return False
    here = linux.current_core()
    return _place(0, {here}) and _place(pid, _CORES - {here})


def release(pid: int | None) -> None:
    """Lets this process, and `pid`, run anywhere again."""
    for one in (0, pid):
        if one is not None:
            _place(one, _CORES)


def _place(pid: int, cores: set[int]) -> bool:
    with contextlib.suppress(OSError):
        os.sched_setaffinity(pid, cores)
        return True
    return False
