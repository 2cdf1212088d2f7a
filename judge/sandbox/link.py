"""Bytes between the checker and one jailed child: deadlines, output caps, and the reason of its death."""

from __future__ import annotations

import os
import select
import signal
import socket
import sys
import time
from typing import Any, NamedTuple, NoReturn

from sandbox import channel, placement, process_stat
from sandbox.frames import FROM_SOLUTION, HEAD, pack, sizes, unpack
from sandbox.outcome import Limits, SandboxLost, SolutionDied, Usage

_CHUNK = 1 << 16
_BIRTH_TIMEOUT_S = 30.0
_NOTICED_S = 0.02
_MAX_THREADS = 256
_SPIN_S = 0.0003
_LOOK_S = 0.02 if sys.platform == "linux" else 0.1
_TIME_SIGNALS = {signal.SIGXCPU}
_MEMORY_NEAR = 0.8  # a death by signal this near to the limit is laid to memory


class Jailed(NamedTuple):
    """What the zygote hands over for one child.

    `base_rss` is what it shares with the zygote, in bytes (0: not known); `watched`, whether its memory must be polled.
    """

    session: socket.socket
    ident: int
    pipe: socket.socket
    output: int
    pidfd: int | None
    pid: int
    base_rss: int
    watched: bool


class Link:
    """Frames to and from one child.

    Every wait has a deadline; past it the child is killed. Memory grows with what arrives, not with what a header
    announces. Output is drained while waiting, so a chatty solution never blocks on a full pipe.
    """

    def __init__(self, jailed: Jailed, limits: Limits) -> None:
        self.jailed, self.limits = jailed, limits
        self.carried = 0  # bytes sent and received so far
        self.usage: Usage | None = None
        self.dead: SolutionDied | None = None
        self._output = bytearray()
        self._pending = bytearray()
        self._apart = False
        self._known = False  # the child said hello: what it dies of from now on is its own
        jailed.pipe.setblocking(False)
        os.set_blocking(jailed.output, False)
        self.peak_before = 0  # highest resident memory before the last reset
        self._cpu_before = 0.0  # the child was warmed up before it was handed over
        self._base_rss = jailed.base_rss
        self._next_look = time.monotonic() + _LOOK_S
        self._starved_before = 0.0
        self._poll = select.poll()
        self._poll.register(jailed.pipe, select.POLLIN)
        self._poll.register(jailed.output, select.POLLIN)
        self._silent = False  # the solution closed its standard output

    def greet(self) -> None:
        """Waits until the child is shut in; no submission is known to it before. Raises SandboxLost."""
        try:
            self.receive(time.monotonic() + _BIRTH_TIMEOUT_S)
        except SolutionDied as error:
            raise SandboxLost(f"a child was not born: {error.message}") from error
        self._known = True
        self._apart = placement.part(self.jailed.pid)
        self._cpu_before = self.cpu_seconds()
        self._base_rss = self._base_rss or self.status("VmRSS")

    def send(self, header: dict[str, Any], buffers: list[Any], deadline: float) -> None:
        """Sends one frame; raises SolutionDied."""
        if self.dead is not None:
            raise self.dead
        views = [memoryview(p).cast("B") for p in pack(header, buffers) if len(p)]
        self.carried += sum(map(len, views))
        while views:
            try:
                sent = self.jailed.pipe.sendmsg(views[:512])
            except BlockingIOError:
                self._wait(select.POLLOUT, deadline)
                continue
            except ConnectionError:
                self.died()
            while views and sent >= len(views[0]):
                sent -= len(views.pop(0))
            if sent:
                views[0] = views[0][sent:]

    def receive(self, deadline: float) -> tuple[dict[str, Any], list[memoryview]]:
        """The next frame; raises SolutionDied, or WireError when it is none."""
        header, body = sizes(self._take(HEAD.size, deadline), FROM_SOLUTION)
        self.carried += header + body
        return unpack(self._take(header, deadline), memoryview(self._take(body, deadline)))

    def _take(self, size: int, deadline: float) -> bytes:
        pending = self._pending
        spin_until = time.monotonic() + _SPIN_S
        while len(pending) < size:
            try:
                data = self.jailed.pipe.recv(max(_CHUNK, min(size - len(pending), 1 << 22)))
            except BlockingIOError:
                if time.monotonic() < spin_until:  # most answers come this soon; being woken takes as long again
                    os.sched_yield()
                else:
                    self._wait(select.POLLIN, deadline)
                continue
            except ConnectionError:
                self.died()
            if not data:
                self.died()
            pending += data
        with memoryview(pending) as view:
            data = bytes(view[:size])
        del pending[:size]
        return data

    def _wait(self, event: int, deadline: float) -> None:
        self._poll.modify(self.jailed.pipe, event)
        pipe = self.jailed.pipe.fileno()
        mercy = max(0.0, deadline - time.monotonic())  # however busy the machine, not more than this
        while True:
            left = deadline - time.monotonic()
            if left <= 0:
                more = min(self._starved_s(), mercy)
                if not more:
                    self.end("time-limit", "no answer in time")
                mercy -= more
                deadline += more
                continue
            ready = [fd for fd, _ in self._poll.poll(min(left, _LOOK_S) * 1000 + 1)]
            if self._known and time.monotonic() > self._next_look:
                self._look()
            if self.jailed.output in ready:
                self._drain()
            if pipe in ready:
                return

    def _starved_s(self) -> float:
        """Seconds, not told before, that the child was ready to run and got no core: not its time, within bounds.

        A child with several threads may have starved itself and gets none.
        """
        total = process_stat.waited_seconds(self.jailed.pid)
        starved, self._starved_before = total - self._starved_before, total
        return starved if starved > _NOTICED_S and process_stat.threads(self.jailed.pid) == 1 else 0.0

    def _look(self) -> None:
        """What no limit of the kernel holds everywhere somebody must look at: threads, and memory without isolation."""
        self._next_look = time.monotonic() + _LOOK_S
        if self._apart:  # a call this long gains nothing from its place, and may want another core
            self._apart = False
            placement.release(self.jailed.pid)
        if process_stat.threads(self.jailed.pid) > _MAX_THREADS:
            self.end("runtime-error", f"more than {_MAX_THREADS} threads")
        if self.jailed.watched and self.status("VmRSS") - self._base_rss > self.limits.memory_mb << 20:
            self.end("memory-limit", f"more than {self.limits.memory_mb} MB of memory")

    def cpu_seconds(self) -> float:
        """CPU seconds of the child since it was handed over, as the kernel counts them."""
        if self.usage is not None:
            return self.usage.cpu_s
        try:
            return process_stat.cpu_seconds(self.jailed.pid) - self._cpu_before
        except OSError:
            self.died()

    def status(self, field: str) -> int:
        """Resident memory (VmRSS) or its high-water mark (VmHWM) in bytes; 0 when the child is gone."""
        return process_stat.memory_bytes(self.jailed.pid, field)

    def reset_peak(self) -> None:
        """Sets the kernel's high-water mark of resident memory back to what is resident now."""
        self.peak_before = max(self.peak_before, self.status("VmHWM"))
        try:
            with open(f"/proc/{self.jailed.pid}/clear_refs", "wb") as file:
                file.write(b"5")
        except OSError:
            pass  # the mark of the whole life remains: larger, never smaller

    def output(self) -> bytes:
        """What was printed so far, at most `output_bytes`."""
        if self.usage is None:
            self._drain()
        return bytes(self._output[: self.limits.output_bytes])

    def _drain(self) -> None:
        while not self._silent and len(self._output) <= self.limits.output_bytes:
            try:
                data = os.read(self.jailed.output, _CHUNK)
            except BlockingIOError:
                return
            if not data:
                self._silent = True
                self._poll.unregister(self.jailed.output)  # a hung-up pipe would wake every wait
                return
            self._output += data
        if not self._silent:
            self.end("output-limit", f"more than {self.limits.output_bytes} bytes were printed")

    def end(self, kind: str, message: str) -> NoReturn:
        """Kills the child and raises why."""
        if self.dead is None:
            self.dead = SolutionDied(kind, message)
            self.close()
        raise self.dead

    def died(self) -> NoReturn:
        """The child's end of the pipe is closed: finds out why and raises it."""
        if self.dead is None:
            try:
                self.output()
            except SolutionDied as overflow:
                raise overflow from None
            usage = self.close(grace_s=0.5)
            if not self._known:
                raise SandboxLost(
                    f"a child was stillborn ({usage.exit}): {self._output[-500:].decode(errors='replace')}"
                )
            self.dead = self._explain(usage)
        raise self.dead

    def _explain(self, usage: Usage) -> SolutionDied:
        kind, _, number = usage.exit.partition(" ")
        used = usage.peak_rss_bytes - self._base_rss
        near = used > _MEMORY_NEAR * self.limits.memory_mb * (1 << 20)
        if kind == "signal":
            if int(number) in _TIME_SIGNALS:
                return SolutionDied("time-limit", "too much CPU time")
            if near or int(number) == signal.SIGKILL or b"bad_alloc" in self._output[-2000:]:
                return SolutionDied("memory-limit", f"more than {self.limits.memory_mb} MB of memory")
            return SolutionDied("runtime-error", f"the process was ended by {signal.Signals(int(number)).name}")
        if kind == "exit":
            return SolutionDied("runtime-error", f"the process ended itself with status {number}")
        return SolutionDied("runtime-error", "the process closed its connection")

    def close(self, grace_s: float = 0.0) -> Usage:
        """Ends the child, after leaving it `grace_s` to end by itself; returns what it used. May be repeated."""
        if self.usage is None:
            if self._apart:
                placement.release(None)
            peak = 0 if self.dead is not None or grace_s else self.status("VmHWM")
            self.usage = self._discard(peak) if peak else self._reap(grace_s)
            try:
                self.output_rest()
            finally:
                self.jailed.pipe.close()
                os.close(self.jailed.output)
                if self.jailed.pidfd is not None:
                    os.close(self.jailed.pidfd)
        return self.usage

    def _discard(self, peak: int) -> Usage:
        """Ends a child that is alive: the kernel's counts are read first, so that nobody waits for its burial."""
        usage = Usage(self.cpu_seconds(), max(peak, self.peak_before), "closed")
        try:
            channel.send(self.jailed.session, {"op": "discard", "id": self.jailed.ident})
        except OSError as error:
            raise SandboxLost("the zygote is gone") from error
        return usage

    def output_rest(self) -> None:
        """Reads what a dead child left in its output, up to the cap."""
        try:
            while len(self._output) < self.limits.output_bytes and (data := os.read(self.jailed.output, _CHUNK)):
                self._output += data
        except BlockingIOError:
            pass

    def _reap(self, grace_s: float) -> Usage:
        try:
            channel.send(self.jailed.session, {"op": "reap", "id": self.jailed.ident, "grace_s": grace_s})
            answer, _ = channel.receive(self.jailed.session)
        except (EOFError, OSError) as error:
            raise SandboxLost("the zygote is gone") from error
        return Usage(answer["cpu"] - self._cpu_before, max(answer["peak"], self.peak_before), answer["exit"])
