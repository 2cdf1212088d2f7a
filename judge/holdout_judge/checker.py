"""Judges one submission: runs a problem's tests against it through the sandbox and words the verdict.

This process never runs a submission. It reads what the submission answers as data.
"""

from __future__ import annotations

import importlib.util
import linecache
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from holdout_judge import kinds
from holdout_judge.compare import Mismatch
from holdout_judge.describe import describe, describe_call, shorten
from holdout_judge.forbidden import find_forbidden
from holdout_judge.misconception import Wrong, load_wrongs, match
from holdout_judge.proxy import Call, Session
from holdout_judge.registry import BadTests, Suite, Test, collect
from sandbox.client import Forbidden, Limits, Solution, SolutionDied, SolutionError, WireError

Spawn = Callable[[str, Limits], Solution]
Emit = Callable[[dict[str, Any]], None]

_MAX_DEATHS = 3
_GROWTH_TIME = 5  # a growth test calls at several sizes, several times
_REPLAY_TIME_S, _REPLAY_SLOWER = 0.1, 3  # a replay ends as the submission did, or is another belief
_VERDICT = {"failed": "wrong-answer", "error": "runtime-error", "not-run": "runtime-error"}


class Cancelled(Exception):
    """The candidate, or the server, no longer wants the answer."""


def list_tests(problem_dir: str, variant: str | None) -> list[dict[str, Any]]:
    """Names, reasons, visibility and levels of a problem's tests, without running any."""
    suite = collect(_file(Path(problem_dir), variant, "tests.py"))
    return [{"name": t.name, "why": t.why, "visible": t.visible, "level": t.level} for t in suite.tests]


def run(request: dict[str, Any], spawn: Spawn, emit: Emit, cancelled: Callable[[], bool]) -> None:
    """Judges `request["source"]` and emits `started`, a `test` each, and the `verdict`."""
    ident = request["id"]
    try:
        judgement = Judgement(request, spawn, emit, cancelled)
        verdict = judgement.judge()
    except BadTests as error:
        emit({"event": "error", "id": ident, "message": str(error)})
        return
    emit({"event": "verdict", "id": ident, "verdict": verdict})


def _file(problem: Path, variant: str | None, name: str) -> Path:
    return problem / variant / name if variant else problem / name


@dataclass
class Totals:
    """What all children of a judgement used, and what they printed."""

    cpu_s: float = 0.0
    peak_bytes: int = 0
    stdout: bytes = b""
    deaths: int = 0


@dataclass
class Judgement:
    """One submission against one problem's tests."""

    request: dict[str, Any]
    spawn: Spawn
    emit: Emit
    cancelled: Callable[[], bool]
    solution: Solution | None = None
    totals: Totals = field(default_factory=Totals)
    transcripts: dict[str, list[Call]] = field(default_factory=dict)
    replay_time_s: dict[str, float] = field(default_factory=dict)
    growth: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.problem = Path(self.request["problem"])
        limits = self.request["limits"]
        self.test_time_s = limits["testTimeMs"] / 1000
        self.limits = Limits(self.test_time_s, limits["memoryMb"], limits["outputBytes"])
        self.suite = self._suite()
        self.reference = cache(lambda: _load_reference(_file(self.problem, self.request["variant"], "solution.py")))

    def judge(self) -> dict[str, Any]:
        """The whole verdict."""
        self.started = time.monotonic()
        tests = self.suite.tests
        self.emit({"event": "started", "id": self.request["id"], "total": len(tests)})
        use = find_forbidden(self.request["source"], self.suite.forbidden)
        if use:
            said = f"Line {use.line} uses {use.name}, which this problem forbids: {use.why}."
            return self._verdict("forbidden", [_not_run(test) for test in tests], said)
        try:
            self.solution = self._loaded(self.request["source"])
            results = self._run_tests(tests)
        except SolutionError as error:
            return self._verdict("runtime-error", [_not_run(test) for test in tests], _load_message(error))
        except SolutionDied as error:
            name = _VERDICT.get(error.kind, error.kind)
            said = f"The code did not get past its own top level: {error.message}."
            return self._verdict(name, [_not_run(test) for test in tests], said)
        except Forbidden as error:
            return self._verdict("forbidden", [_not_run(test) for test in tests], self._forbidden_message(error))
        except Cancelled:
            return self._verdict("cancelled", [], None)
        finally:
            self._close()
        return self._whole(results)

    # -- tests ---------------------------------------------------------------------------------------------------

    def _suite(self) -> Suite:
        suite = collect(_file(self.problem, self.request["variant"], "tests.py"))
        if self.request["mode"] != "run":
            return suite
        return Suite([test for test in suite.tests if test.visible], suite.forbidden)

    def _run_tests(self, tests: list[Test]) -> list[dict[str, Any]]:
        results: list[dict[str, Any]] = []
        for index, test in enumerate(tests):
            if self.cancelled():
                raise Cancelled
            result = self._result(test, results)
            results.append(result)
            self.emit({"event": "test", "id": self.request["id"], "index": index, "total": len(tests), "test": result})
        return results

    def _result(self, test: Test, before: list[dict[str, Any]]) -> dict[str, Any]:
        failed = [result for result in before if result["status"] != "passed"]
        too_late = time.monotonic() - self.started > self.request["limits"]["totalTimeMs"] / 1000
        locked = any(result["level"] < test.level for result in failed)
        if (failed and self.request["stopAtFirstFailure"]) or locked or self.totals.deaths > _MAX_DEATHS or too_late:
            return _not_run(test)
        if self.solution is None:
            self.solution = self._loaded(self.request["source"])
        begun = time.monotonic()
        session = Session(self.solution, begun + self.test_time_s * (_GROWTH_TIME if test.kind == "growth" else 1))
        outcome = self._outcome(test, session)
        outcome["ms"] = round((time.monotonic() - begun) * 1000, 2)
        if outcome["status"] != "passed":
            tells = test.kind != "growth" and outcome["status"] in ("failed", "error")
            self.transcripts[test.name] = session.calls if tells else []
            self.replay_time_s[test.name] = _REPLAY_TIME_S + _REPLAY_SLOWER * outcome["ms"] / 1000
        return outcome

    def _outcome(self, test: Test, session: Session) -> dict[str, Any]:
        bench = kinds.Bench(session, self.reference, self._fresh, self.request["seed"], self.growth)
        said = _said(test)
        try:
            kinds.run(test, bench)
        except Mismatch as error:
            return said | _failed(test, session, str(error), {"expected": error.expected, "got": error.got})
        except AssertionError as error:
            return said | _failed(test, session, _assert_message(error, self.problem), {})
        except SolutionError as error:
            trace = _trace(error, self.request["source"])
            return said | {"status": "error", "message": shorten(str(error)), "trace": trace} | _input(test, session)
        except SolutionDied as error:
            self._bury()
            status = "error" if error.kind == "runtime-error" else error.kind
            return said | {"status": status, "message": shorten(error.message)} | _input(test, session)
        except Forbidden as error:
            return said | {"status": "forbidden", "message": self._forbidden_message(error)}
        except WireError as error:
            self._bury()
            return said | _failed(test, session, f"What came back is not a plain value: {error}", {})
        except (kinds.ReferenceFailed, MemoryError) as error:
            return said | {"status": "failed", "message": f"internal: {error}", "internal": True}
        except Exception as error:
            text = f"What came back could not be compared: {type(error).__name__}: {error}"
            return said | _failed(test, session, shorten(text), {})
        return said | {"status": "passed", "message": ""}

    # -- children ------------------------------------------------------------------------------------------------

    def _loaded(self, source: str, limits: Limits | None = None) -> Solution:
        solution = self.spawn(self.request["tier"], limits or self.limits)
        try:
            solution.load(source, [rule.name for rule in self.suite.forbidden], self.request["seed"])
        except BaseException:
            self._count(solution)
            raise
        return solution

    def _fresh(self) -> Solution:
        self._close()
        self.solution = self._loaded(self.request["source"])
        return self.solution

    def _bury(self) -> None:
        """The child died, or speaks nonsense: the next test gets a fresh one."""
        self.totals.deaths += 1
        self._close()

    def _close(self) -> None:
        if self.solution is not None:
            self._count(self.solution)
            self.solution = None

    def _count(self, solution: Solution) -> None:
        usage = solution.close()
        self.totals.cpu_s += usage.cpu_s
        self.totals.peak_bytes = max(self.totals.peak_bytes, usage.peak_rss_bytes)
        self.totals.stdout = (self.totals.stdout + solution.stdout())[: self.limits.output_bytes]

    # -- the verdict ---------------------------------------------------------------------------------------------

    def _whole(self, results: list[dict[str, Any]]) -> dict[str, Any]:
        first = next((result for result in results if result["status"] != "passed"), None)
        if any(result.pop("internal", False) for result in results):
            said = next(result["message"] for result in results if result["message"].startswith("internal: "))
            return self._verdict("internal-error", results, said.removeprefix("internal: "))
        name = "accepted" if first is None else _VERDICT.get(first["status"], first["status"])
        verdict = self._verdict(name, results, None)
        faults = sorted({result["fault"] for result in results if result["fault"]})
        if faults:
            passed = {fault: all(r["status"] == "passed" for r in results if r["fault"] == fault) for fault in faults}
            verdict["faults"] = [{"id": fault, "found": found} for fault, found in passed.items()]
        if self.request["levels"] > 1:
            lowest = min((r["level"] for r in results if r["status"] != "passed"), default=self.request["levels"] + 1)
            verdict["levelsPassed"] = lowest - 1
        if first and self.request["mode"] == "submit":
            shown = self._misconception()
            if shown:
                verdict["misconception"] = {"id": shown.id, "belief": shown.belief, "text": shown.text}
            verdict["wallMs"] = self._wall_ms()
        return verdict

    def _verdict(self, name: str, tests: list[dict[str, Any]], message: str | None) -> dict[str, Any]:
        verdict: dict[str, Any] = {
            "verdict": name,
            "tier": self.request["tier"],
            "sandbox": self.request.get("sandbox", "full"),
            "tests": tests,
            "wallMs": self._wall_ms(),
            "cpuMs": round(self.totals.cpu_s * 1000, 1),
            "peakMemoryMb": round(self.totals.peak_bytes / (1 << 20), 1),
            "stdout": self.totals.stdout.decode("utf-8", "replace"),
        }
        if self.growth:
            verdict["growth"] = self.growth
        if message:
            verdict["message"] = message
        return verdict

    def _wall_ms(self) -> float:
        return round((time.monotonic() - self.started) * 1000, 1)

    def _forbidden_message(self, error: Forbidden) -> str:
        why = next((rule.why for rule in self.suite.forbidden if rule.name == error.name), "")
        return f"The code used {error.name}, which this problem forbids{': ' + why if why else ''}."

    def _misconception(self) -> Wrong | None:
        folder = self.problem / self.request["variant"] if self.request["variant"] else self.problem
        tests = {test.name: test for test in self.suite.tests}
        failed = dict(list(self.transcripts.items())[:3])
        return match(load_wrongs(folder / "wrong"), failed, lambda wrong, name: self._replay(wrong, tests[name]))

    def _replay(self, wrong: Wrong, test: Test) -> list[Call] | None:
        """The transcript of a wrong solution in one test, or None where it passes."""
        try:
            solution = self._loaded(wrong.source)
        except (SolutionError, SolutionDied, Forbidden, WireError):
            return None
        session = Session(solution, time.monotonic() + self.replay_time_s[test.name])
        try:
            kinds.run(test, kinds.Bench(session, self.reference, self._fresh, self.request["seed"]))
        except Exception:
            return session.calls
        finally:
            solution.close()
        return None


def _said(test: Test) -> dict[str, Any]:
    return {"name": test.name, "why": test.why, "visible": test.visible, "level": test.level, "fault": test.fault}


def _not_run(test: Test) -> dict[str, Any]:
    return _said(test) | {"status": "not-run", "message": "", "ms": 0}


def _failed(test: Test, session: Session, message: str, shown: dict[str, str]) -> dict[str, Any]:
    """A hidden test says why it exists and what kind of difference there was, never what went in or was expected."""
    if not test.visible:
        return {"status": "failed", "message": "The answer is not the expected one."}
    if "got" not in shown and session.calls:
        shown = {"got": describe(session.calls[-1].outcome)}
    return {"status": "failed", "message": message} | _input(test, session) | shown


def _input(test: Test, session: Session) -> dict[str, str]:
    if not test.visible or not session.calls:
        return {}
    call = session.calls[-1]
    return {"input": describe_call(call.target, call.args, call.kwargs)}


def _trace(error: SolutionError, source: str) -> list[dict[str, Any]]:
    lines = source.splitlines()
    return [
        {"line": line, "function": function, "code": lines[line - 1].strip() if 0 < line <= len(lines) else ""}
        for line, function in error.frames
    ]


def _load_message(error: SolutionError) -> str:
    where = f" (line {error.frames[-1][0]})" if error.frames else ""
    return shorten(f"The code could not be loaded: {error}{where}")


def _assert_message(error: AssertionError, problem: Path) -> str:
    """The assertion's own message, or its source line."""
    if str(error):
        return shorten(str(error))
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.startswith(str(problem))]
    if not frames:
        return "The answer is not the expected one."
    line = linecache.getline(frames[-1].filename, frames[-1].lineno or 0).strip()
    return shorten(f"Not so: {line.removeprefix('assert ')}")


def _load_reference(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("holdout_reference", path)
    if spec is None or spec.loader is None:
        raise BadTests(f"{path.name} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise BadTests(f"{path.name}: {type(error).__name__}: {error}") from error
    return module
