"""The judge's door: JSON lines in and out, one judgement at a time.

Node starts one supervisor a core. The supervisor imports the harness once, keeps a zygote a library tier in the
sandbox, and a forked checker for the judgements. It runs no submission, and no test, in its own process.
"""

from __future__ import annotations

import gc
import os
import sys

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ[_name] = "1"  # before NumPy is imported: a thread pool does not survive the fork

import importlib  # noqa: E402
import json  # noqa: E402
import platform  # noqa: E402
import select  # noqa: E402
import signal  # noqa: E402
import time  # noqa: E402
from collections import deque  # noqa: E402
from collections.abc import Callable  # noqa: E402
from functools import partial  # noqa: E402
from typing import Any  # noqa: E402

from sandbox import canaries, duties, rehearsal, tiers  # noqa: E402
from sandbox.job import BadRequest, Job, id_of, parse  # noqa: E402
from sandbox.worker import SANDBOX_LOST, Worker  # noqa: E402
from sandbox.zygotes import Zygotes  # noqa: E402

_START_TIMEOUT_S = 120
_CANCEL_GRACE_S = 0.06
_TELL_EVERY_S = 0.01
_MAX_LINE = 64 << 20


class Supervisor:
    """Carries out requests in order; see the module's docstring."""

    def __init__(self, write: Callable[[list[bytes]], None]) -> None:
        self.write = write
        self.queue: deque[dict[str, Any]] = deque()
        self.job: Job | None = None
        self.held = canaries.choose(os.environ.get("HOLDOUT_SANDBOX"))
        for reason in self.held.reasons:
            print(f"sandbox {reason}", file=sys.stderr)
        self.zygotes = Zygotes(self.held.tier)
        self.zygotes.adopt("numpy", self.held.zygote)
        self.installed = tiers.installed()
        self.worker: Worker | None = None
        self.equipped = {"python", "numpy"}

    def ready(self) -> None:
        """Says which sandbox holds here."""
        held = [{"name": name, "held": held} for name, held in self.held.canaries.items()]
        python = platform.python_version()
        self.tell({"event": "ready", "sandbox": self.held.tier, "canaries": held, "python": python,
                    "tiers": self.installed, "pid": os.getpid()})  # fmt: skip

    def tell(self, event: dict[str, Any]) -> None:
        self.write([json.dumps(event).encode()])

    # -- requests ------------------------------------------------------------------------------------------------

    def accept(self, line: bytes) -> None:
        """Takes one request line; says so when it is no good."""
        request: Any = None
        try:
            request = parse(line)
            if request["op"] == "probe":
                self.ready()
            elif request["op"] == "cancel":
                self.cancel(request["id"])
            else:
                self.queue.append(request)
                self.next()
        except BadRequest as error:
            self.tell({"event": "error", "id": id_of(line), "message": str(error)})

    def next(self) -> None:
        """Starts the next request when none is under way."""
        while self.job is None and self.queue:
            self.job = Job(self.queue.popleft())
            self.start()

    def start(self) -> None:
        """Hands the job to the worker."""
        job = self.job
        assert job is not None
        job.attempts += 1
        session = None
        try:
            if job.request["op"] == "judge":
                job.request["sandbox"] = self.held.tier
                self.equip(job.request["tier"])
                session = self.zygotes.session(job.request["tier"])
                job.begin()
            self.hand_over(job.request, () if session is None else (session.fileno(),))
        except OSError as error:
            self.finish("internal-error", f"{error}")
        finally:
            if session is not None:
                session.close()

    def equip(self, tier: str) -> None:
        """Imports what the tests and the reference of a tier use, once, so that no checker has to."""
        missing = [name for name in tiers.LIBRARIES.get(tier, ()) if name not in sys.modules]
        if missing and self.equipped.isdisjoint({tier}):
            _import_all(missing)
            self.dismiss()
        self.equipped.add(tier)

    def hand_over(self, request: dict[str, Any], fds: tuple[int, ...]) -> None:
        try:
            self.ready_worker().begin(request, fds)
        except OSError:  # it was killed from outside
            self.dismiss()
            self.ready_worker().begin(request, fds)

    def ready_worker(self) -> Worker:
        if self.worker is None:
            self.worker = Worker(duties.work, rehearsal.rehearse)
        return self.worker

    def dismiss(self) -> int:
        """Ends the worker, whatever it is doing; returns its exit status."""
        worker, self.worker = self.worker, None
        return 0 if worker is None else worker.end()

    def cancel(self, ident: str) -> None:
        waiting = [request for request in self.queue if request["id"] == ident]
        for request in waiting:
            self.queue.remove(request)
            self.tell({"event": "verdict", "id": ident, "verdict": self.verdict(Job(request), "cancelled", None)})
        if self.job is not None and self.job.request["id"] == ident and self.worker is not None:
            self.job.cancelled = True
            self.worker.cancel()
            self.job.deadline = time.monotonic() + _CANCEL_GRACE_S

    # -- what workers say ----------------------------------------------------------------------------------------

    def hear(self) -> None:
        """Passes on what the worker said."""
        if self.job is None or self.worker is None:
            return
        self.write(self.job.news(self.worker.read()))

    def settle(self) -> None:
        """The worker is at the end of its job, or of its life: settles the job."""
        assert self.worker is not None
        again = self.worker.settle()
        self.hear()
        status = None if again else self.dismiss()
        job = self.job
        if job is None:
            return
        if again or job.finished:
            self.job = None
        elif job.cancelled:
            self.finish("cancelled", None)
        elif status == SANDBOX_LOST and job.attempts == 1:
            self.start()
        else:
            self.finish("internal-error", "the judge itself failed; the attempt does not count")
        self.next()

    def overdue(self) -> None:
        """The time is up: after a cancel, or because the checker hangs in what the solution sent."""
        assert self.job is not None
        self.hear()
        self.dismiss()
        if self.job.finished:
            self.job = None
        elif self.job.cancelled:
            self.finish("cancelled", None)
        else:
            self.finish("time-limit", "judging took longer than the total time allowed")
        self.next()

    def finish(self, kind: str, message: str | None) -> None:
        job, self.job = self.job, None
        assert job is not None
        if job.request["op"] == "judge":
            event = {"event": "verdict", "verdict": self.verdict(job, kind, message)}
        else:
            event = {"event": "error", "message": message or "cancelled"}
        self.tell({**event, "id": job.request["id"]})

    def verdict(self, job: Job, kind: str, message: str | None) -> dict[str, Any]:
        """A verdict in the checker's stead."""
        wall = (time.monotonic() - job.started) * 1000
        said = {"message": message} if message else {}
        return {"verdict": kind, "tier": job.request["tier"], "sandbox": self.held.tier, "tests": job.tests,
                "wallMs": round(wall, 3), "cpuMs": 0, "peakMemoryMb": 0, "stdout": "", **said}  # fmt: skip

    # -- the loop ------------------------------------------------------------------------------------------------

    def serve(self, source: int) -> None:
        """Reads requests until the end of input."""
        pending = b""
        while True:
            self.ready_worker()
            watched = self.watched(source)
            for fd in self.wait(list(watched)):
                if fd == source:
                    data = os.read(source, 1 << 20)
                    if not data:
                        return
                    *lines, pending = (pending + data).split(b"\n")
                    if len(pending) > _MAX_LINE:
                        lines, pending = [*lines, b"too long"], b""
                    for line in filter(bytes.strip, lines):
                        self.accept(line)
                else:
                    watched[fd]()
            if self.job is not None and time.monotonic() >= self.job.deadline:
                self.overdue()

    def watched(self, source: int) -> dict[int, Callable[[], None]]:
        found: dict[int, Callable[[], None]] = {source: lambda: None}
        if self.worker is not None:
            found[self.worker.control.fileno()] = self.settle
        for name, zygote in self.zygotes.running.items():
            found[zygote.control.fileno()] = partial(self.bury, name)
        return found

    def wait(self, fds: list[int]) -> list[int]:
        """The first descriptor that is readable. The worker's words are passed on now and then, not one by one.

        Each would wake this process and the one it speaks to, on the cores that checker and solution need.
        """
        waiting = select.poll()
        for fd in fds:
            waiting.register(fd, select.POLLIN)
        left = None if self.job is None else min(_TELL_EVERY_S, max(0.0, self.job.deadline - time.monotonic())) * 1000
        ready = [fd for fd, _ in waiting.poll(left)]
        if not ready:
            self.hear()
        return ready[:1]  # handling one may make the others stale

    def stop(self) -> None:
        """Ends everything that was started."""
        self.dismiss()
        self.zygotes.stop()

    def bury(self, name: str) -> None:
        """A zygote's control socket spoke, which it does only at its death: a new one takes its place."""
        try:
            self.zygotes.replace(name)
        except OSError:
            self.zygotes.forget(name)  # the next judgement tries again and says what is wrong


def _write(lines: list[bytes]) -> None:
    data = memoryview(b"".join(line + b"\n" for line in lines))
    while data:
        data = data[os.write(1, data) :]


def _import_all(names: list[str]) -> None:
    """Imports for the workers to inherit."""
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError as error:
            print(f"{name} cannot be imported: {error}", file=sys.stderr)
    gc.collect()
    gc.freeze()  # a collection in a fork would touch, and so copy, every page


def main() -> None:
    """Serves standard input until it ends."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    _import_all([*tiers.LIBRARIES["numpy"], "holdout_judge.checker", "mutants"])
    signal.alarm(_START_TIMEOUT_S)  # a start that hangs must end, whoever waits for it
    try:
        supervisor = Supervisor(_write)
    except OSError as error:
        _write(
            [
                json.dumps(
                    {"event": "error", "id": None, "message": f"no sandbox starts on this machine: {error}"}
                ).encode()
            ]
        )
        sys.exit(1)
    signal.alarm(0)
    supervisor.ready()
    try:
        supervisor.serve(sys.stdin.fileno())
    except (KeyboardInterrupt, BrokenPipeError):
        pass  # whoever started us is gone
    finally:
        supervisor.stop()


if __name__ == "__main__":
    main()
