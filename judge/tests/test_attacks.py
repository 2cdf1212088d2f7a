"""No attack succeeds, the judge serves on after each, and nothing survives the last."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from attacks import ATTACKS, Attack, escape, exhaustion, files, hanging, kernel, network, processes
from attacks.host import Host, Watch, descendants
from supervised import Supervised

_GROUPS = (files, processes, exhaustion, hanging, kernel, network, escape)  # importing them registered the attacks
PROBLEM = Path(__file__).parent / "probe_problem"
_RIGHT = "def attack(host):\n    return None\n"
_LASTS_S = 4.0  # wall time of any attack: its limit, and what it takes to end it
_MACHINE_MB = 1600  # above what was in use before: several children at their limit would be more
_MACHINE_THREADS = 6000  # of the 32768 that a machine has; whoever looks for bombs looks now and then


class Bench:
    """One supervisor for all attacks, and the host that they attack."""

    def __init__(self, folder: Path) -> None:
        self.host = Host(folder, PROBLEM)
        self.supervised = Supervised(self.host.environment(), folder / "log")
        self.watch = Watch(self.supervised.process.pid)
        self.watch.look()
        self.idle_mb = self.watch.peak_mb

    def close(self) -> list[int]:
        """Ends all of it; pids that live on."""
        self.supervised.stop()
        self.host.close()
        return self.watch.survivors()


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    bench = Bench(tmp_path_factory.mktemp("host"))
    yield bench
    survivors = bench.close()
    assert survivors == [], f"processes outlived the judge: {survivors}"
    assert bench.host.touched() == []


def test_the_suite_is_large() -> None:
    assert len(ATTACKS) >= 90


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_attack_fails(bench: Bench, attack: Attack) -> None:
    if attack.needs and attack.needs != bench.supervised.tier:
        pytest.skip(f"holds only in tier {attack.needs}; this machine offers {bench.supervised.tier}")
    bench.watch.reset()
    begun = time.monotonic()
    options = {name: value for name, value in attack.options.items() if name in ("limits", "tier")}
    verdict = bench.supervised.judge(PROBLEM, attack.source, **options)
    lasted = time.monotonic() - begun
    said = repr(verdict)
    assert "PWNED:" not in said, f"the attack says that it managed ({attack.tries}): {_messages(verdict)}"
    assert bench.host.token not in said
    assert verdict["verdict"] != "internal-error", f"a submission made the judge fail: {verdict.get('message')}"
    if attack.verdicts:
        assert verdict["verdict"] in attack.verdicts, _messages(verdict)
    assert lasted < attack.options.get("lasts_s", _LASTS_S), f"it held the judge for {lasted:.1f} s"
    assert bench.watch.peak_mb - bench.idle_mb < _MACHINE_MB, "it took the machine's memory"
    assert bench.watch.peak_threads < _MACHINE_THREADS, "it took the machine's processes"
    assert bench.host.touched() == []
    after = bench.supervised.judge(PROBLEM, _RIGHT)
    assert after["verdict"] == "accepted", f"after it nobody is served: {after}"


def _messages(verdict: dict) -> str:
    return f"{verdict['verdict']}: {verdict.get('message')} {[test['message'] for test in verdict['tests']]}"[:600]


def _held(root: int) -> dict[int, tuple[int, int]]:
    """Descriptors and threads of every process of the judge's."""
    found = {}
    for pid in descendants(root):
        with contextlib.suppress(OSError):
            found[pid] = (len(os.listdir(f"/proc/{pid}/fd")), len(os.listdir(f"/proc/{pid}/task")))
    return found


def test_two_hundred_submissions_leave_nothing(bench: Bench) -> None:
    for _ in range(5):
        bench.supervised.judge(PROBLEM, _RIGHT)
    root = bench.supervised.process.pid
    time.sleep(0.2)
    before, count = _held(root), len(list(descendants(root)))
    wrong = "def attack(host):\n    import os\n    os._exit(3)\n"
    for number in range(200):
        bench.supervised.judge(PROBLEM, wrong if number % 4 == 0 else _RIGHT)
    time.sleep(0.3)
    after = _held(root)
    staying = before.keys() & after.keys()  # spare children come and go
    assert len(staying) >= 2
    assert {pid: after[pid] for pid in staying} == {pid: before[pid] for pid in staying}
    assert len(list(descendants(root))) <= count


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_killed_judge_takes_its_children_along(how: signal.Signals, tmp_path: Path) -> None:
    supervised = Supervised({}, tmp_path / "log")
    watch = Watch(supervised.process.pid)
    hang = {"op": "judge", "id": "hang", "problem": str(PROBLEM), "kind": "implement", "tier": "numpy",
            "mode": "submit", "source": "while True:\n    pass\n", "levels": 1, "seed": 0, "stopAtFirstFailure": False,
            "starter": None}  # fmt: skip
    supervised.send(hang)
    time.sleep(0.3)
    watch.look()
    os.kill(supervised.process.pid, how)
    supervised.stop()
    assert len(watch.seen) >= 3
    assert watch.survivors() == []


def test_a_cancelled_hang_ends_at_once(bench: Bench) -> None:
    supervised = bench.supervised
    request = {"op": "judge", "id": "cancelled", "problem": str(PROBLEM), "kind": "implement",
               "tier": "numpy", "mode": "submit", "source": "while True:\n    pass\n", "levels": 1, "seed": 0,
               "stopAtFirstFailure": False, "starter": None}  # fmt: skip
    supervised.send(request)
    supervised.event("started", "cancelled")
    begun = time.monotonic()
    supervised.send({"op": "cancel", "id": "cancelled"})
    assert supervised.event("verdict", "cancelled")["verdict"]["verdict"] == "cancelled"
    assert time.monotonic() - begun < 0.5
    assert supervised.judge(PROBLEM, _RIGHT)["verdict"] == "accepted"
