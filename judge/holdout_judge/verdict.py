"""The words of a verdict: of each test, and of the whole."""

from __future__ import annotations

from typing import Any

from holdout_judge.describe import describe, describe_call, shorten
from holdout_judge.failure import Failure
from holdout_judge.registry import Test
from holdout_judge.transcript import Transcript
from sandbox.client import SolutionError

Result = dict[str, Any]

_OF_STATUS = {"failed": "wrong-answer", "error": "runtime-error", "not-run": "runtime-error"}


def name_of(status: str) -> str:
    """The verdict of the whole when its first test that did not pass ended so."""
    return _OF_STATUS.get(status, status)


def said(test: Test) -> Result:
    """What is said of a test however it ends."""
    return {"name": test.name, "why": test.why, "visible": test.visible, "level": test.level, "fault": test.fault}


def not_run(test: Test) -> Result:
    """A test that was not reached."""
    return said(test) | {"status": "not-run", "message": "", "ms": 0}


def failed(test: Test, failure: Failure, transcript: Transcript) -> Result:
    """A hidden test tells what kind of difference there was, never what went in or was expected."""
    if not test.visible:
        return {"status": "failed", "message": failure.public}
    got = failure.got
    if got is None and transcript.last is not None:
        got = describe(transcript.last.outcome)
    sides = {"expected": failure.expected, "got": got}
    shown = {name: text for name, text in sides.items() if text is not None}
    return {"status": "failed", "message": shorten(str(failure))} | _input(test, transcript) | shown


def error(test: Test, raised: SolutionError, source: str, transcript: Transcript) -> Result:
    """An exception of the solution's; its words may hold the input, so a hidden test tells its kind alone."""
    message = shorten(str(raised)) if test.visible else shorten(raised.type_name)
    return {"status": "error", "message": message, "trace": _trace(raised, source)} | _input(test, transcript)


def died(test: Test, kind: str, message: str, transcript: Transcript) -> Result:
    """The solution's process ended in the middle of the test."""
    status = "error" if kind == "runtime-error" else kind
    return {"status": status, "message": shorten(message)} | _input(test, transcript)


def load_message(raised: SolutionError) -> str:
    """Why the code could not be loaded, with the line."""
    where = f" (line {raised.frames[-1][0]})" if raised.frames and raised.type_name != "SyntaxError" else ""
    return f"The code could not be loaded: {shorten(str(raised))}{where}"


def faults(results: list[Result]) -> list[dict[str, Any]]:
    """Which planted faults were mended: those all of whose tests passed."""
    found: dict[str, bool] = {}
    for result in results:
        if result["fault"]:
            found[result["fault"]] = found.get(result["fault"], True) and result["status"] == "passed"
    return [{"id": fault, "found": mended} for fault, mended in sorted(found.items())]


def _input(test: Test, transcript: Transcript) -> Result:
    call = transcript.last
    if not test.visible or call is None:
        return {}
    return {"input": describe_call(call.target, call.args, call.kwargs)}


def _trace(raised: SolutionError, source: str) -> list[dict[str, Any]]:
    lines = source.splitlines()
    return [
        {
            "line": line,
            "function": shorten(function),
            "code": shorten(lines[line - 1].strip()) if 0 < line <= len(lines) else "",
        }
        for line, function in raised.frames
    ]
