"""A running supervisor, spoken to as Node does: JSON lines in, JSON lines out."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any

JUDGE = Path(__file__).resolve().parents[1]
_LIMITS = {"testTimeMs": 1000, "totalTimeMs": 8000, "memoryMb": 256, "outputBytes": 65536}
_PATIENCE_S = 30.0


class Supervised:
    """Starts `judge/supervisor.py` and asks it for verdicts.

    Parameters
    ----------
    environment : added to the environment of the supervisor, and so of its checkers
    log : where its standard error goes
    """

    def __init__(self, environment: dict[str, str], log: Path) -> None:
        self.log = log
        with log.open("ab") as stderr:
            self.process = subprocess.Popen(
                [sys.executable, str(JUDGE / "supervisor.py")],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
                env={**os.environ, **environment},
            )
        self._pending = b""
        self._serial = 0
        try:
            self.ready = self.event("ready", None)
        except (TimeoutError, EOFError):
            self.process.kill()
            raise

    def __enter__(self) -> Supervised:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.stop()

    @property
    def tier(self) -> str:
        """The isolation that holds here: "full", "reduced" or "none"."""
        return str(self.ready["sandbox"])

    def judge(self, problem: Path, source: str, **changes: Any) -> dict[str, Any]:
        """The verdict on a source; `changes` replace fields of the request, `limits` are merged."""
        self._serial += 1
        limits = {**_LIMITS, **changes.pop("limits", {})}
        request = {
            "op": "judge", "id": f"s{self._serial}", "problem": str(problem), "kind": "implement",
            "tier": "numpy", "mode": "submit", "source": source, "levels": 1, "seed": 0, "stopAtFirstFailure": False,
            "starter": None, **changes, "limits": limits,
        }  # fmt: skip
        self.send(request)
        event = self.event("verdict", request["id"])
        return event.get("verdict") or {"verdict": "error", "tests": [], "message": event.get("message")}

    def send(self, request: dict[str, Any]) -> None:
        """Writes one request line."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()

    def event(self, kind: str, ident: str | None) -> dict[str, Any]:
        """The next event of a kind, or an error, about one request."""
        deadline = time.monotonic() + _PATIENCE_S
        while True:
            found: dict[str, Any] = json.loads(self._line(deadline))
            if found["event"] in (kind, "error") and found.get("id") == ident:
                return found

    def stop(self) -> None:
        """Closes its input, as Node does, and waits for its end."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()

    def _line(self, deadline: float) -> bytes:
        assert self.process.stdout is not None
        while b"\n" not in self._pending:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.process.stdout], [], [], left)[0]:
                raise TimeoutError("the supervisor does not answer")
            data = os.read(self.process.stdout.fileno(), 1 << 20)
            if not data:
                raise EOFError("the supervisor ended")
            self._pending += data
        line, _, self._pending = self._pending.partition(b"\n")
        return line
