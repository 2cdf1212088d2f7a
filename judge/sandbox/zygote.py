"""A process with the libraries imported that forks one jailed child a submission.

It runs inside bubblewrap and never holds a test or an answer: all it is ever sent are descriptors and limits. The
supervisor opens a session for each checker over the control socket; when a checker is gone, its children are killed.

Control:  {"op": "session"} + [socket]
Session:  {"op": "spawn"} -> {"id", "pid", ...} + [pipe, output, pidfd]
          {"op": "reap", "id", "grace_s"} -> {"cpu", "peak", "exit"}      {"op": "discard", "id"} -> nothing
"""

from __future__ import annotations

import gc
import json
import os
import platform
import select
import signal
import socket
import sys
from collections import deque
from typing import Any, NamedTuple

from sandbox import channel, jail, nursling

_SPARES = 3
_BREATH_MS = 5  # a verdict is on its way to whoever waits for it


class Child(NamedTuple):
    """A forked process; `pipe` and `output` are the ends that its checker will hold."""

    pid: int
    pidfd: int | None
    pipe: socket.socket
    output: int

    def close(self) -> None:
        """Closes its checker's ends, where nobody has them yet or somebody has copies."""
        self.pipe.close()
        os.close(self.output)


class Zygote:
    """Serves sessions until the control socket closes.

    Some children are kept spare: forked, warmed up and shut in before anybody asks, so that a submission does not wait
    for any of it. A child serves one submission and is never used again.
    """

    def __init__(self, control: socket.socket, tier: str, libraries: list[str]) -> None:
        self.control = control
        self.libraries = libraries if tier == "none" else None  # without isolation children are started, not forked
        self.sessions: dict[int, socket.socket] = {}
        self.children: dict[int, dict[int, Child]] = {}
        self.ending: dict[int, Child] = {}
        self.next_child = 1
        self.poll = select.poll()
        self.poll.register(control, select.POLLIN)
        self.nursery = jail.Nursery(tier)
        self.spares: deque[Child] = deque()

    def serve(self) -> None:
        """Answers the supervisor and the checkers; returns when the supervisor is gone."""
        while True:
            ready = self.poll.poll(self.patience_ms())
            if not ready:
                self.spares.append(self.make())
            for fd, _ in ready:
                try:
                    if fd == self.control.fileno():
                        self.admit(*channel.receive(self.control))
                    elif fd in self.sessions:
                        self.answer(fd, *channel.receive(self.sessions[fd]))
                    elif fd in self.ending:
                        self.poll.unregister(fd)
                        _usage(self.ending.pop(fd))
                except EOFError:
                    if fd == self.control.fileno():
                        return
                    self.dismiss(fd)

    def patience_ms(self) -> int | None:
        """How long to wait for something to do before one more child is made; None where there are enough."""
        if not self.spares:
            return 0
        if self.sessions or len(self.spares) == _SPARES:
            return None  # a judgement under way needs the cores
        return _BREATH_MS

    def admit(self, message: dict[str, Any], fds: list[int]) -> None:
        session = socket.socket(fileno=fds[0])
        self.sessions[session.fileno()] = session
        self.children[session.fileno()] = {}
        self.poll.register(session, select.POLLIN)

    def answer(self, fd: int, message: dict[str, Any], fds: list[int]) -> None:
        session, children = self.sessions[fd], self.children[fd]
        if message["op"] == "spawn":
            ident, self.next_child = self.next_child, self.next_child + 1
            children[ident] = born = self.alive()
            started = self.libraries is not None
            base_rss = 0 if started else self.nursery.base.rss
            answer = {"id": ident, "pid": born.pid, "base_rss": base_rss, "watched": started}
            pidfd = () if born.pidfd is None else (born.pidfd,)
            channel.send(session, answer, (born.pipe.fileno(), born.output, *pidfd))
            born.close()
        elif message["op"] == "reap":
            channel.send(session, _reap(children.pop(message["id"]), message["grace_s"]))
        elif message["op"] == "discard":
            self.discard(children.pop(message["id"]))

    def alive(self) -> Child:
        """A child that has served nobody; a spare one may have been killed from outside."""
        while self.spares:
            born = self.spares.popleft()
            if os.waitid(os.P_PID, born.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
                return born
            born.close()
            _usage(born)
        return self.make()

    def make(self) -> Child:
        here, there = socket.socketpair()
        output, printed = os.pipe()
        try:
            if self.libraries is not None:
                pid = nursling.launch(there.fileno(), printed, self.libraries)
            else:
                pid = self.nursery.fork()
                if pid == 0:
                    nursling.serve_one(self.nursery, there.fileno(), printed)
        finally:
            there.close()
            os.close(printed)
        return Child(pid, os.pidfd_open(pid) if hasattr(os, "pidfd_open") else None, here, output)

    def discard(self, born: Child) -> None:
        """Ends a child without waiting for the kernel to take its namespaces down."""
        if born.pidfd is None:
            _reap(born, 0)
            return
        _kill(born.pid)
        self.ending[born.pidfd] = born
        self.poll.register(born.pidfd, select.POLLIN)

    def dismiss(self, fd: int) -> None:
        """A checker is gone: none of its children may outlive it."""
        for born in self.children.pop(fd).values():
            self.discard(born)
        self.poll.unregister(fd)
        self.sessions.pop(fd).close()


def _kill(pid: int) -> None:
    """Kills a child and, where it leads a process group, what it may have started."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        os.kill(pid, signal.SIGKILL)


def _reap(born: Child, grace_s: float) -> dict[str, Any]:
    """Ends a child unless it ends by itself within the grace; returns its usage as the kernel counted it."""
    ended = False
    if grace_s and born.pidfd is not None:
        waiting = select.poll()
        waiting.register(born.pidfd, select.POLLIN)
        ended = bool(waiting.poll(grace_s * 1000))
    if not ended:
        _kill(born.pid)
    status, cpu_s, peak = _usage(born)
    code = os.waitstatus_to_exitcode(status)
    said = "closed" if not ended else f"exit {code}" if code >= 0 else f"signal {-code}"
    return {"cpu": cpu_s, "peak": peak, "exit": said}


def _usage(born: Child) -> tuple[int, float, int]:
    """Waits for a dead child: status, CPU seconds, peak resident bytes."""
    _, status, usage = os.wait4(born.pid, 0)
    if born.pidfd is not None:
        os.close(born.pidfd)
    unit = 1 if sys.platform == "darwin" else 1024
    return status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit


def main() -> None:
    """Entry: one JSON argument {"control": fd, "tier", "libraries": [...]}."""
    config = json.loads(sys.argv[1])
    control = socket.socket(fileno=config["control"])
    found = nursling.preload(config["libraries"])
    zygote = Zygote(control, config["tier"], config["libraries"])
    gc.collect()
    gc.freeze()
    channel.send(control, {"ready": 1, "libraries": found, "python": platform.python_version()})
    zygote.serve()


if __name__ == "__main__":
    main()
