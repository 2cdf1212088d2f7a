"""One child: what it imports before, and how it waits for its submission.

In the tiers with a fork these run in the zygote and its forks. Without isolation a child is a process of its own,
started beforehand and used once: `launch` starts it, `main` is its entry.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import socket
import sys
import warnings
from typing import NoReturn

from sandbox import channel, child, jail, warm_up

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
    """Imports what submissions use and returns the libraries found; runs no numerical operation.

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
    return found


def serve_one(nursery: jail.Nursery, control: socket.socket) -> NoReturn:
    """Shuts itself in, waits for a submission on `control` and serves it. Never returns."""
    try:
        control = jail.keep_only(control)
        nursery.separate()
        if channel.quiet(control):
            warm_up.run()
        message, fds = channel.receive(control)
        jail.arrange_descriptors(*fds)
        nursery.restrict(message["limits"])
        child.main(jail.PIPE_FD)
    except EOFError:
        os._exit(0)  # never needed
    except BaseException as error:
        os.write(1, f"{type(error).__name__}: {error}".encode())
    finally:
        os._exit(70)


def launch(control: socket.socket, libraries: list[str]) -> int:
    """Starts a process that serves one submission; returns its pid."""
    os.set_inheritable(control.fileno(), True)
    config = json.dumps({"control": control.fileno(), "libraries": libraries})
    arguments = [sys.executable, "-S", "-s", "-B", "-c", _START, config, ":".join(sys.path)]
    return os.posix_spawn(sys.executable, arguments, dict(os.environ))


def main() -> None:
    """Entry of a process that was started, not forked: one JSON argument {"control": fd, "libraries": [...]}."""
    config = json.loads(sys.argv[1])
    preload(config["libraries"])
    serve_one(jail.Nursery("none"), socket.socket(fileno=config["control"]))
