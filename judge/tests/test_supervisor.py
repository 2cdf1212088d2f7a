"""The supervisor as Node sees it: lines in, lines out, nothing left behind.

The checker here is a stand-in of a few lines; the real one has its own tests.
"""

from __future__ import annotations

import json
import os
import platform
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

JUDGE = Path(__file__).resolve().parents[1]
GOOD = "def f(x):\n    return x * 2\n"
HANGS = "def f(x):\n    while True: pass\n"
LINUX = platform.system() == "Linux"

CHECKER = """
import os, time
from pathlib import Path
from sandbox.client import Limits, SolutionDied, SolutionError, WireError

def run(request, spawn, emit, cancelled):
    limits = request["limits"]
    emit({"event": "started", "total": 2})
    if request["source"] == "checker crashes":
        raise RuntimeError("ours")
    if request["source"] == "checker hangs":
        time.sleep(60)
    solution = spawn(request["tier"], Limits(limits["testTimeMs"] / 1000, limits["memoryMb"], limits["outputBytes"]))
    tests, verdict = [], "accepted"
    solution_pid = solution._link.jailed.pid
    Path(os.environ["NOTES"]).write_text(str(solution_pid))
    try:
        solution.load(request["source"], [], 0)
        for index in range(2):
            good = solution.call((None, "f"), (index,), {}, limits["testTimeMs"] / 1000) == 2 * index
            tests.append({"name": f"t{index}", "status": "passed" if good else "failed"})
            emit({"event": "test", "index": index, "total": 2, "test": tests[-1]})
            verdict = verdict if good else "wrong-answer"
            if request["source"].startswith("# slow"):
                time.sleep(0.5)
    except SolutionDied as error:
        verdict = error.kind
    except (SolutionError, WireError):
        verdict = "runtime-error"
    print("a test prints")
    usage = solution.close()
    emit({"event": "verdict", "verdict": {"verdict": verdict, "tests": tests, "sandbox": request["sandbox"], "stdout": solution.stdout().decode()}})

def list_tests(problem):
    if problem == "/nowhere":
        raise FileNotFoundError("no tests.py")
    return [{"name": "t0"}]
"""
MUTANTS = "def generate(source):\n    compile(source, 'x', 'exec')\n    return [{'id': 'm1', 'source': source}]\n"
START = "import sys; sys.path[:0] = sys.argv[1:]; import supervisor; supervisor.main()"


class Judge:
    """A supervisor on pipes, with a stand-in for the harness."""

    def __init__(self, folder: Path, tier: str | None = None) -> None:
        (folder / "holdout_judge").mkdir()
        (folder / "holdout_judge" / "__init__.py").touch()
        (folder / "holdout_judge" / "checker.py").write_text(CHECKER)
        (folder / "mutants.py").write_text(MUTANTS)
        self.notes = folder / "pid"
        environment = {**os.environ, "NOTES": str(self.notes), **({"HOLDOUT_SANDBOX": tier} if tier else {})}
        self.process = subprocess.Popen(
            [sys.executable, "-c", START, str(folder), str(JUDGE)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment,
        )  # fmt: skip
        self.ready = self.event()

    def tell(self, request: dict[str, Any] | bytes) -> None:
        line = request if isinstance(request, bytes) else json.dumps(request).encode()
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def event(self) -> dict[str, Any]:
        return json.loads(self.process.stdout.readline())

    def events(self) -> list[dict[str, Any]]:
        """Events up to the one that ends a request."""
        found = [self.event()]
        while found[-1]["event"] in ("started", "test"):
            found.append(self.event())
        return found

    def judge(self, source: str, **more: Any) -> dict[str, Any]:
        self.tell(request(source, **more))
        return self.events()[-1]["verdict"]

    def stop(self) -> int:
        self.process.stdin.close()
        return self.process.wait(10)


def request(source: str, **more: Any) -> dict[str, Any]:
    asked = {
        "op": "judge",
        "id": "s1",
        "problem": "/p",
        "kind": "implement",
        "tier": "numpy",
        "mode": "submit",
    }
    return {**asked, "source": source, "limits": {"testTimeMs": 5000}, **more}


def descendants(pid: int) -> set[int]:
    found: set[int] = set()
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            found |= {child} | descendants(child)
    return found


@pytest.fixture(scope="module")
def judge(tmp_path_factory):
    found = Judge(tmp_path_factory.mktemp("stand-in"))
    yield found
    found.process.kill()
    found.process.wait()


def test_it_says_what_holds(judge):
    assert judge.ready["event"] == "ready" and judge.ready["sandbox"] in ("full", "reduced", "none")
    assert all(canary["held"] for canary in judge.ready["canaries"]) or judge.ready["sandbox"] == "none"
    assert {"python", "numpy"} <= set(judge.ready["tiers"])
    judge.tell({"op": "probe"})
    assert judge.event() == judge.ready


def test_a_submission_streams_its_tests_and_its_verdict(judge):
    judge.tell(request("print('hello')\n" + GOOD))
    events = judge.events()
    assert [event["event"] for event in events] == ["started", "test", "test", "verdict"]
    assert {event["id"] for event in events} == {"s1"} and [event["index"] for event in events[1:3]] == [0, 1]
    verdict = events[-1]["verdict"]
    assert (verdict["verdict"], verdict["stdout"], verdict["sandbox"]) == (
        "accepted",
        "hello\n",
        judge.ready["sandbox"],
    )


def test_requests_wait_their_turn(judge):
    for ident in "abc":
        judge.tell(request(GOOD, id=ident))
    assert [judge.events()[-1]["id"] for _ in "abc"] == ["a", "b", "c"]


def test_a_cancel_stops_what_runs_and_what_waits_within_200_ms(judge):
    judge.tell(request(HANGS, id="runs", limits={"testTimeMs": 60_000}))
    judge.tell(request(GOOD, id="waits"))
    assert judge.event()["event"] == "started"
    time.sleep(0.3)
    judge.tell({"op": "cancel", "id": "waits"})
    assert judge.event()["verdict"]["verdict"] == "cancelled"
    began = time.monotonic()
    judge.tell({"op": "cancel", "id": "runs"})
    event = judge.event()
    took = time.monotonic() - began
    assert (event["id"], event["verdict"]["verdict"]) == ("runs", "cancelled") and took < 0.2
    judge.tell({"op": "cancel", "id": "long gone"})
    assert judge.judge(GOOD)["verdict"] == "accepted"


def test_a_crashing_checker_is_never_the_candidates_fault(judge):
    assert judge.judge("checker crashes")["verdict"] == "internal-error"
    assert judge.judge(GOOD)["verdict"] == "accepted"


def test_mutants_and_tests_are_made_aside(judge):
    judge.tell({"op": "mutants", "id": "m", "source": "x = 1"})
    assert judge.event() == {"event": "mutants", "id": "m", "mutants": [{"id": "m1", "source": "x = 1"}]}
    judge.tell({"op": "tests", "id": "t", "problem": "/p"})
    assert judge.event() == {"event": "tests", "id": "t", "tests": [{"name": "t0"}]}
    judge.tell({"op": "tests", "id": "t", "problem": "/nowhere"})
    assert judge.event() == {"event": "error", "id": "t", "message": "the tests cannot be read: no tests.py"}
    judge.tell({"op": "mutants", "id": "m", "source": "x ="})
    assert "does not parse" in judge.event()["message"]


BAD = [
    b"nonsense", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"op": "dance", "id": "x"}', b'{"op": "judge"}', b'{"op": "judge", "id": "x"}',
    json.dumps(request(GOOD, tier=3)).encode(), json.dumps(request(GOOD, limits={"memoryMb": -1})).encode(), json.dumps(request(GOOD, limits=[])).encode(),
    json.dumps(request(GOOD, limits={"memoryMb": True})).encode(),
]  # fmt: skip


@pytest.mark.parametrize("line", BAD, ids=range(len(BAD)))
def test_a_bad_line_gets_a_sentence_and_the_judge_goes_on(judge, line):
    judge.tell(line)
    event = judge.event()
    assert event["event"] == "error" and event["message"] and "Traceback" not in event["message"]


def test_a_tier_that_is_not_there_is_our_fault_and_said(judge):
    verdict = judge.judge(GOOD, tier="torch-nightly")
    assert verdict["verdict"] == "internal-error" and "torch-nightly" in verdict["message"]


def test_a_vast_source_and_binary_noise_are_judged(judge):
    assert judge.judge("x = '" + "a" * 10_000_000 + "'\n" + GOOD)["verdict"] == "accepted"
    assert judge.judge("".join(map(chr, range(256))) * 10)["verdict"] == "runtime-error"
    assert judge.judge("\ud800")["verdict"] == "runtime-error"


@pytest.mark.skipif(not LINUX, reason="needs /proc to find the zygote")
@pytest.mark.parametrize("idle", [True, False], ids=["between submissions", "during one"])
def test_a_killed_zygote_is_replaced_and_the_submission_run_again_silently(judge, idle):
    if not idle:
        judge.tell(request("# slow\n" + GOOD, id="again"))
        assert [judge.event()["event"] for _ in range(2)] == ["started", "test"]
    direct = [
        int(pid) for pid in Path(f"/proc/{judge.process.pid}/task/{judge.process.pid}/children").read_text().split()
    ]
    zygotes = [pid for pid in direct if b"sandbox.zygote" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    assert zygotes
    for pid in zygotes:
        os.kill(pid, signal.SIGKILL)
    if idle:
        assert judge.judge(GOOD)["verdict"] == "accepted"
    else:
        rest = judge.events()
        assert [event["event"] for event in rest] == ["test", "verdict"] and rest[-1]["verdict"][
            "verdict"
        ] == "accepted"


@pytest.mark.skipif(not LINUX, reason="counts through /proc")
def test_two_hundred_submissions_leave_nothing(judge):
    def held() -> tuple[int, int, int]:
        time.sleep(0.3)
        family = descendants(judge.process.pid)
        files = sum(len(list(Path(f"/proc/{pid}/fd").iterdir())) for pid in {judge.process.pid} | family)
        return len(family), files, len(list(Path("/tmp").iterdir()))

    assert judge.judge(GOOD)["verdict"] == "accepted"
    time.sleep(1)  # the spare processes are made and the ended ones buried
    before = held()
    endings = [
        GOOD,
        GOOD,
        "def f(x):\n  import os; os._exit(1)",
        "x =",
        "def f(x): return 'no'",
        "def f(x): print('a' * 10**6)",
    ]
    for number in range(200):
        judge.judge(endings[number % len(endings)])
    deadline = time.monotonic() + 5
    while (after := held())[:2] != before[:2] and time.monotonic() < deadline:
        pass
    assert after[:2] == before[:2] and after[2] <= before[2] + 1  # another program may use /tmp meanwhile


@pytest.mark.skipif(not LINUX, reason="counts through /proc")
@pytest.mark.parametrize("tier", ["full", "reduced", "none"])
@pytest.mark.parametrize("end", ["end of input", "SIGTERM", "SIGKILL"])
def test_when_the_supervisor_goes_everything_goes(tmp_path, tier, end):
    judge = Judge(tmp_path, tier)
    if judge.process.poll() is not None:
        pytest.skip(f"this machine does not offer {tier}")
    judge.tell(request(HANGS, limits={"testTimeMs": 60_000}))
    assert judge.event()["event"] == "started"
    deadline = time.monotonic() + 10
    while not judge.notes.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(0.2)
    family = descendants(judge.process.pid)
    assert len(family) >= 3
    if end == "end of input":
        judge.stop()
    else:
        judge.process.send_signal(getattr(signal, end))
        judge.process.wait(10)
    deadline = time.monotonic() + 5
    while any(map(running, family)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert [pid for pid in family if running(pid)] == []


def running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
