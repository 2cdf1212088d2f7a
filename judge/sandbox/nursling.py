"""One child: what it imports before, and how it gets ready for its submission.

In the tiers with a fork these run in the zygote and its forks. Without isolation a child is a process of its own,
started beforehand and used once: `launch` starts it, `main` is its entry.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import sys
import warnings
from functools import partial
from typing import NoReturn

from sandbox import child, jail, warm_up

# Modules a submission is likely to import, so that no child pays for them.
_COMMON = [
    "abc",
    "array",
    "asyncio",
    "bisect",
    "collections",
    "collections.abc",
    "contextlib",
    "copy",
    "dataclasses",
    "decimal",
    "enum",
    "fractions",
    "functools",
    "heapq",
    "io",
    "itertools",
    "json",
    "math",
    "numbers",
    "operator",
    "random",
    "re",
    "statistics",
    "string",
    "textwrap",
    "threading",
    "time",
    "typing",
    "warnings",
    "concurrent.futures",
    "queue",
]
_START = "import sys; sys.path[:] = sys.argv[2].split(':'); from sandbox.nursling import main; main()"


def preload(libraries: list[str]) -> list[str]:
    """Imports what submissions use and returns the libraries found; runs next to no numerical operation.

    A BLAS or OpenMP pool that was warm before the fork hangs the child: importing alone starts none.
    """
    found = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in _COMMON:
            importlib.import_module(name)
        for name in libraries:
            try:
                importlib.import_module(name)
                found.append(name)
            except ImportError:
                continue
        if "sklearn" in found:
            # It looks through /proc for loaded libraries at the first fit, where children have none, and remembers.
            with contextlib.suppress(ImportError, AttributeError, OSError):
                from sklearn.utils.parallel import _get_threadpool_controller

                _get_threadpool_controller()
        if "torch" in found:
            _let_torch_look_at_the_processor()
    return found


def _let_torch_look_at_the_processor() -> None:
    """It reads /proc/cpuinfo at its first operation, where children have none, and remembers what it found.

    Without it children compute without vector instructions and fail at half precision. One number starts no pool.
    """
    sys.modules["torch"].zeros(1).half()


def serve_one(nursery: jail.Nursery, pipe: int, output: int) -> NoReturn:
    """Shuts itself in, says so on `pipe`, and serves the one submission that comes there. Never returns."""
    try:
        jail.arrange_descriptors(pipe, output)
        nursery.separate()
        nursery.restrict()
        child.main(jail.PIPE_FD, partial(jail.limit_memory, nursery.base), warm_up.run)
    except BaseException as error:
        os.write(1, f"{type(error).__name__}: {error}".encode())
    finally:
        os._exit(70)


def launch(pipe: int, output: int, libraries: list[str]) -> int:
    """Starts a process that serves one submission; returns its pid."""
    for fd in (pipe, output):
        os.set_inheritable(fd, True)
    config = json.dumps({"pipe": pipe, "output": output, "libraries": libraries})
    arguments = [sys.executable, "-S", "-s", "-B", "-c", _START, config, ":".join(sys.path)]
    return os.posix_spawn(sys.executable, arguments, dict(os.environ))


def main() -> None:
    """Entry of a process that was started, not forked: one JSON argument {"pipe", "output", "libraries": [...]}."""
    config = json.loads(sys.argv[1])
    preload(config["libraries"])
    serve_one(jail.Nursery("none"), config["pipe"], config["output"])
