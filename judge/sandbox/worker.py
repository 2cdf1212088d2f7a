"""A forked process of the supervisor's: the checker of judgements, one after another, and the maker of mutants.

It inherits the imported harness, so that it costs a fork and no import, and it never runs a submission. It serves many
requests, because what it has read and touched once is at hand the next time; whatever goes wrong in one ends it.
"""

from __future__ import annotations

import gc
import json
import mmap
import os
import resource
import signal
import socket
import sys
import time
from collections.abc import Callable
from typing import Any, NamedTuple

from sandbox import channel
from sandbox.outcome import SandboxLost

if sys.platform == "linux":
    from sandbox import linux

Emit = Callable[[dict[str, Any]], None]
Cancelled = Callable[[], bool]
Work = Callable[[dict[str, Any], list[int], Emit, Cancelled], None]

SANDBOX_LOST = 75  # exit status: the zygote vanished in the middle
_AGAIN, _LAST = b"+", b"-"
_MOST_REQUESTS = 500  # then it makes room for a fresh fork, whatever it may have gathered
_MAX_DATA = 2 << 30  # the checker decodes what a submission sends: a last bound on its memory


class Worker:
    """A fork that works on one request after another; its events arrive as JSON lines.

    Made before the requests are there, so that nobody waits for the fork.

    Parameters
    ----------
    work : called in the fork with (request, descriptors, emit, cancelled)
    warm_up : called in the fork at once

    Attributes
    ----------
    control : readable when a request is at its end, or the fork is gone; then `read` what is left, and `settle`
    """

    def __init__(self, work: Work, warm_up: Callable[[], None]) -> None:
        self._events, write = os.pipe()
        os.set_blocking(self._events, False)
        self._flag = mmap.mmap(-1, 1)  # shared with the fork
        self._pending = b""
        self.exit: int | None = None
        self.control, there = socket.socketpair()
        parent = os.getpid()
        sys.stdout.flush()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._events)
            self.control.close()
            _run(_Fork(work, warm_up, there, write, self._flag, parent))
        os.close(write)
        there.close()

    def begin(self, request: dict[str, Any], fds: tuple[int, ...] = ()) -> None:
        """Hands over a request; raises OSError when the fork is gone."""
        self._flag[0] = 0
        channel.send(self.control, request, fds)

    def read(self) -> list[bytes]:
        """The events that arrived since, a line of JSON each."""
        try:
            while data := os.read(self._events, 1 << 20):
                self._pending += data
        except BlockingIOError:
            pass
        *lines, self._pending = self._pending.split(b"\n")
        return lines

    def settle(self) -> bool:
        """Whether the fork takes another request; call when `control` is readable."""
        try:
            return self.control.recv(1) == _AGAIN
        except OSError:
            return False

    def cancel(self) -> None:
        """Asks the work to stop at its next look."""
        self._flag[0] = 1

    def end(self) -> int:
        """Kills what is left of the work, waits for it and frees everything; returns its exit status."""
        if self.exit is None:
            if os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
                _grace(self.pid)
                os.kill(self.pid, signal.SIGKILL)
            _, status = os.waitpid(self.pid, 0)
            self.exit = os.waitstatus_to_exitcode(status)
            os.close(self._events)
            self.control.close()
            self._flag.close()
        return self.exit


def _grace(pid: int) -> None:
    """A worker that closed its events is about to exit: its status says how it ended."""
    deadline = time.monotonic() + 0.02
    while time.monotonic() < deadline:
        if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None:
            return
        time.sleep(0.0005)


class _Fork(NamedTuple):
    work: Work
    warm_up: Callable[[], None]
    control: socket.socket
    write: int
    flag: mmap.mmap
    parent: int


def _run(fork: _Fork) -> None:
    status = 1
    try:
        _prepare(fork.parent)
        fork.warm_up()
        for left in reversed(range(_MOST_REQUESTS)):
            fds = _serve(fork)
            fork.control.sendall(_AGAIN if left else _LAST)
            for fd in fds:  # late: to end children takes a core from whoever brings the verdict
                os.close(fd)
            gc.collect()  # of what the fork itself made, while nobody waits
        status = 0
    except EOFError:
        status = 0  # no longer needed
    except BaseException as error:
        status = SANDBOX_LOST if isinstance(error, SandboxLost) else 1
        if status == 1:
            sys.excepthook(type(error), error, error.__traceback__)  # to the log, never to the user
    finally:
        os._exit(status)


def _serve(fork: _Fork) -> list[int]:
    """Works on the next request; returns the descriptors that came with it."""
    request, fds = channel.receive(fork.control)

    def emit(event: dict[str, Any]) -> None:
        data = memoryview(json.dumps(event | {"id": request["id"]}).encode() + b"\n")
        while data:
            data = data[os.write(fork.write, data) :]

    fork.work(request, fds, emit, lambda: fork.flag[0] != 0)
    return fds


def _prepare(parent: int) -> None:
    """Standard output belongs to the protocol: what a test prints goes to the log."""
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(2, 1)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        linux.die_with_parent()
        if os.getppid() != parent:
            os._exit(1)
        resource.setrlimit(resource.RLIMIT_DATA, (_MAX_DATA, _MAX_DATA))
