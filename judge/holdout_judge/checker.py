"""Judges one submission: runs a problem's tests against it through the sandbox and words the verdict.

This process never runs a submission. It reads what the submission answers as data.
"""

from __future__ import annotations

import random
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from holdout_judge import kinds, verdict
from holdout_judge.bench import Bench
from holdout_judge.children import Children
from holdout_judge.compiled import compiled
from holdout_judge.describe import shorten
from holdout_judge.failure import Failure, OurFault
from holdout_judge.forbidden import find_forbidden
from holdout_judge.misconception import Evidence, load_wrongs, match
from holdout_judge.plain_assert import explain
from holdout_judge.proxy import Session
from holdout_judge.registry import BadTests, Suite, Test, collect
from holdout_judge.replay import Failed, Means, Replays
from holdout_judge.verdict import Result
from sandbox.client import Forbidden, Limits, Solution, SolutionDied, SolutionError, WireError

Spawn = Callable[[str, Limits], Solution]
Emit = Callable[[dict[str, Any]], None]

_MAX_DEATHS = 3
_GROWTH_TIME = 5  # a growth test calls at several sizes, several times
_MAX_SOURCE_BYTES = 512 << 10


class Cancelled(Exception):
    """The candidate, or the server, no longer wants the answer."""


def list_tests(problem_dir: str) -> list[dict[str, Any]]:
    """Names, reasons, visibility and levels of a problem's tests, without running any."""
    suite = collect(Path(problem_dir) / "tests.py")
    return [{"name": t.name, "why": t.why, "visible": t.visible, "level": t.level} for t in suite.tests]


def run(request: dict[str, Any], spawn: Spawn, emit: Emit, cancelled: Callable[[], bool]) -> None:
    """Judges `request["source"]` and emits `started`, a `test` each, and the `verdict`; `error` for a bad problem."""
    ident = request["id"]
    random.seed(0)  # what a problem's tests set for all must not reach the next judgement in this process
    np.random.seed(0)
    try:
        with np.errstate(), np.printoptions(), warnings.catch_warnings():
            judged = Judgement(request, spawn, emit, cancelled).judge()
    except BadTests as error:
        emit({"event": "error", "id": ident, "message": str(error)})
        return
    emit({"event": "verdict", "id": ident, "verdict": judged})


class Judgement:
    """One submission against one problem's tests."""

    def __init__(self, request: dict[str, Any], spawn: Spawn, emit: Emit, cancelled: Callable[[], bool]) -> None:
        self.request, self.spawn, self.emit, self.cancelled = request, spawn, emit, cancelled
        self.source: str = request["source"]
        self.folder = Path(request["problem"])
        self.seed: int = request.get("seed", 0)
        limits = request["limits"]
        self.test_time_s = limits["testTimeMs"] / 1000
        self.limits = Limits(self.test_time_s, limits["memoryMb"], limits["outputBytes"])
        self.suite, self.levels = self._suite()
        self.reference = cache(lambda: _load_reference(self.folder / "solution.py"))
        self.children = Children(self._spawned, lambda child: self._load(child, self.source), limits["outputBytes"])
        self.results: list[Result] = []
        self.failed: dict[str, Failed] = {}
        self.growth: list[dict[str, Any]] = []
        self.started = time.monotonic()
        self.deadline = self.started + limits["totalTimeMs"] / 1000

    def judge(self) -> dict[str, Any]:
        """The whole verdict."""
        self.emit({"event": "started", "id": self.request["id"], "total": len(self.suite.tests)})
        refused = self._refused()
        if refused:
            return self._verdict(*refused)
        try:
            self._run_tests()
        except (SolutionError, SolutionDied, Forbidden) as error:  # while it was loaded
            if not self.results:
                return self._verdict(*self._load_failure(error))
        except Cancelled:
            return self._verdict("cancelled", None)
        finally:
            self.children.close()
        return self._whole()

    # -- before any test -----------------------------------------------------------------------------------------

    def _suite(self) -> tuple[Suite, int]:
        """The tests that are wanted, and how many levels they have."""
        suite = collect(self.folder / "tests.py")
        highest = max(test.level for test in suite.tests)
        levels = self.request.get("levels") or highest
        wanted = [test for test in suite.tests if test.level <= levels]
        shown = [test for test in wanted if test.visible or self.request["mode"] != "run"]
        place = {name: at for at, name in enumerate(self.request.get("order") or ())}
        shown.sort(key=lambda test: place.get(test.name, len(place)))
        return Suite(shown, suite.forbidden), min(levels, highest) if highest > 1 else 1

    def _refused(self) -> tuple[str, str] | None:
        size = len(self.source.encode("utf-8", "replace"))
        if size > _MAX_SOURCE_BYTES:
            return "runtime-error", f"The code has {size >> 10} kB; at most {_MAX_SOURCE_BYTES >> 10} kB are judged."
        use = find_forbidden(self.source, self.suite.forbidden)
        if use:
            return "forbidden", use.message
        return None

    def _load_failure(self, error: Exception) -> tuple[str, str]:
        if isinstance(error, SolutionError):
            return "runtime-error", verdict.load_message(error)
        if isinstance(error, Forbidden):
            return "forbidden", self._forbidden_message(error)
        kind = getattr(error, "kind", "runtime-error")
        return verdict.name_of(kind), f"The code did not get past its own top level: {error}."

    def _forbidden_message(self, error: Forbidden) -> str:
        why = next((rule.why for rule in self.suite.forbidden if rule.name == error.name), "")
        return f"The code used {shorten(error.name)}, which this problem forbids{': ' + why if why else ''}."

    def _spawned(self) -> Solution:
        return self.spawn(self.request["tier"], self.limits)

    def _load(self, child: Solution, source: str) -> None:
        child.load(source, [rule.name for rule in self.suite.forbidden], self.seed)

    # -- tests ---------------------------------------------------------------------------------------------------

    def _run_tests(self) -> None:
        total = len(self.suite.tests)
        for index, test in enumerate(self.suite.tests):
            if self.cancelled():
                raise Cancelled
            result = self._result(test)
            self.results.append(result)
            self.emit({"event": "test", "id": self.request["id"], "index": index, "total": total, "test": result})

    def _result(self, test: Test) -> Result:
        failures = [result for result in self.results if result["status"] != "passed"]
        locked = any(result["level"] < test.level for result in failures)
        if locked or (failures and self.request["stopAtFirstFailure"]) or self.children.deaths > _MAX_DEATHS:
            return verdict.not_run(test)
        if time.monotonic() > self.deadline:
            late = any(result["status"] == "time-limit" for result in failures)
            message = f"All tests together may take {self.request['limits']['totalTimeMs'] / 1000:g} s."
            spent = {"status": "time-limit", "message": message, "ms": 0}
            return verdict.not_run(test) if late else verdict.said(test) | spent
        budget_s = self.test_time_s * (_GROWTH_TIME if test.kind == "growth" else 1)
        session = Session(self.children.get(), budget_s, self.deadline)
        begun = time.monotonic()
        outcome = self._outcome(test, session)
        ms = (time.monotonic() - begun) * 1000
        if outcome["status"] != "passed":
            self.failed[test.name] = Failed(outcome["status"], session.transcript.outcomes, ms)
        return verdict.said(test) | outcome | {"ms": round(ms, 2)}

    def _outcome(self, test: Test, session: Session) -> Result:
        transcript = session.transcript
        try:
            kinds.run(test, self._bench(session))
            self.children.hear(shown=test.visible)
            return {"status": "passed", "message": ""}
        except BadTests:
            raise
        except SolutionError as error:
            return verdict.error(test, error, self.source, transcript)
        except SolutionDied as error:
            self.children.bury(shown=test.visible)
            return verdict.died(test, error.kind, error.message, transcript)
        except Forbidden as error:
            return {"status": "forbidden", "message": self._forbidden_message(error)}
        except WireError as error:
            self.children.bury(shown=test.visible)
            said = f"What came back is not a plain value: {error}"
            return verdict.failed(test, Failure(said, "What came back is not a plain value."), transcript)
        except OurFault as error:
            return {"status": "failed", "message": str(error), "internal": True}
        except Exception as error:  # MemoryError too: a solution can provoke it by what it returns
            if session.unused:
                said = f"{test.name} failed before it called the solution: {type(error).__name__}: {error}"
                return {"status": "failed", "message": said, "internal": True}
            return verdict.failed(test, self._failure(error, session), transcript)
        finally:
            self.children.last_words(shown=test.visible)

    def _failure(self, error: Exception, session: Session) -> Failure:
        if isinstance(error, AssertionError):
            session.over = True  # the assertion is read again, in part
            return explain(error, str(self.folder / "tests.py"), session.transcript)
        said = "What came back could not be compared"
        return Failure(f"{said}: {type(error).__name__}: {error}", f"{said}.")

    def _bench(self, session: Session) -> Bench:
        return Bench(session, self.reference, lambda: self._renew(session), self.seed, self.growth)

    def _renew(self, session: Session) -> Solution:
        """A fresh child in the place of the session's."""
        child = self.children.renew()
        session.use(child)
        return child

    # -- the verdict ---------------------------------------------------------------------------------------------

    def _whole(self) -> dict[str, Any]:
        first = next((result for result in self.results if result["status"] != "passed"), None)
        internal = [result["message"] for result in self.results if result.pop("internal", False)]
        if internal:
            return self._verdict("internal-error", f"{internal[0]}. A fault of ours, which does not count.")
        if len(self.results) < len(self.suite.tests) and first is None:  # a fresh child could not be loaded
            return self._verdict("runtime-error", "The code could be loaded once, and then no more.")
        judged = self._verdict("accepted" if first is None else verdict.name_of(first["status"]), None)
        if self.request["mode"] != "run":
            mended = verdict.faults(judged["tests"])
            if mended:
                judged["faults"] = mended
            if self.levels > 1:
                open_levels = [result["level"] for result in judged["tests"] if result["status"] != "passed"]
                judged["levelsPassed"] = min(open_levels, default=self.levels + 1) - 1
        if first and self.request["mode"] == "submit":
            shown = self._misconception()
            if shown:
                judged["misconception"] = shown
            judged["wallMs"] = self._wall_ms()
        return judged

    def _verdict(self, name: str, message: str | None) -> dict[str, Any]:
        rest = [verdict.not_run(test) for test in self.suite.tests[len(self.results) :]]
        judged: dict[str, Any] = {
            "verdict": name,
            "tier": self.request["tier"],
            "sandbox": self.request.get("sandbox", "full"),
            "tests": self.results + rest,
            "wallMs": self._wall_ms(),
            "cpuMs": round(self.children.cpu_s * 1000, 1),
            "peakMemoryMb": round(self.children.peak_bytes / (1 << 20), 1),
            "stdout": self.children.printed.decode("utf-8", "replace"),
        }
        if self.growth:
            judged["growth"] = self.growth
        return judged | ({"message": message} if message else {})

    def _wall_ms(self) -> float:
        return round((time.monotonic() - self.started) * 1000, 1)

    def _misconception(self) -> dict[str, str] | None:
        replays = Replays(self.suite, self.failed, Means(self._spawned, self._bench, self.seed))
        quickest = sorted(self.results, key=lambda result: result["ms"])
        passed = [result["name"] for result in quickest if result["status"] == "passed"]
        try:
            evidence = Evidence(replays.evidence(), replays.replayable(passed))
            shown = match(load_wrongs(self.folder / "wrong"), evidence, replays)
        finally:
            replays.close()
        return {"id": shown.id, "belief": shown.belief, "text": shown.text} if shown else None


def _load_reference(path: Path) -> ModuleType:
    module = sys.modules["holdout_reference"] = ModuleType("holdout_reference")
    module.__file__ = str(path)
    try:
        exec(compiled(path), module.__dict__)
    except Exception as error:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)]
        where = f" line {lines[-1]}" if lines else ""
        raise BadTests(f"{path.name}{where}: {type(error).__name__}: {error}") from error
    return module
