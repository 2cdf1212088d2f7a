"""Requests to the supervisor, and one being worked on."""

from __future__ import annotations

import json
import time
from typing import Any

LIMITS = {"testTimeMs": 2000, "totalTimeMs": 20000, "memoryMb": 512, "outputBytes": 65536}
_OVERTIME_S = 10.0  # the harness stops at the total limit itself; past this the checker is beyond help
_OPERATIONS = ("judge", "cancel", "probe", "mutants", "tests")
_LAST = ("verdict", "mutants", "tests", "error")
_FIELDS = {"judge": ("problem", "tier", "mode", "source"), "mutants": ("source",), "tests": ("problem",)}


class BadRequest(Exception):
    """A request that cannot be carried out, with a sentence for whoever sent it."""


def parse(line: bytes) -> dict[str, Any]:
    """A request line, with its limits filled in; raises BadRequest."""
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadRequest("the line is not JSON") from error
    if not isinstance(request, dict) or request.get("op") not in _OPERATIONS:
        raise BadRequest("op must be judge, cancel, probe, mutants or tests")
    if request["op"] != "probe" and not isinstance(request.get("id"), str):
        raise BadRequest("id must be a string")
    for field in _FIELDS.get(request["op"], ()):
        if not isinstance(request.get(field), str):
            raise BadRequest(f"{field} must be a string")
    if request["op"] == "judge":
        limits = {} if request.get("limits") is None else request["limits"]
        if not isinstance(limits, dict) or not all(type(v) in (int, float) and 0 < v < 1e12 for v in limits.values()):
            raise BadRequest("limits must be positive numbers")
        request["limits"] = {**LIMITS, **limits}
    return request


def id_of(line: bytes) -> str | None:
    """The id of a request line that may be anything."""
    try:
        found = json.loads(line).get("id")
    except (ValueError, RecursionError, AttributeError):
        return None
    return found if isinstance(found, str) else None


class Job:
    """One request being worked on."""

    def __init__(self, request: dict[str, Any]) -> None:
        self.request = request
        self.attempts = 0
        self.cancelled = False
        self._told: list[bytes] = []  # read only when something went wrong: most lines are just passed on
        self.begin()

    def begin(self) -> None:
        """Starts its clock; anew once its libraries are imported, which for PyTorch takes longer than judging."""
        self.started = time.monotonic()
        self.deadline = self.started + _OVERTIME_S + self.request.get("limits", LIMITS)["totalTimeMs"] / 1000

    def news(self, lines: list[bytes]) -> list[bytes]:
        """Those of a worker's lines that are new; a judgement that is run again repeats itself."""
        if self.attempts > 1:
            known = {_key(line) for line in self._told}
            lines = [line for line in lines if _key(line) not in known]
        self._told += lines
        return lines

    @property
    def finished(self) -> bool:
        """Whether its last event has been told."""
        return bool(self._told) and json.loads(self._told[-1])["event"] in _LAST

    @property
    def tests(self) -> list[dict[str, Any]]:
        """Results told so far."""
        events = map(json.loads, self._told)
        return [event["test"] for event in events if event["event"] == "test"]


def _key(line: bytes) -> tuple[str, int | None]:
    event = json.loads(line)
    return event["event"], event.get("index")
