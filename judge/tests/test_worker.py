"""A worker serves one request after another, and what one leaves behind must not reach the next."""

from __future__ import annotations

import json
import os
import random
import select
import time
from typing import Any

import numpy as np
import pytest
from holdout_judge import checker
from holdout_judge.compiled import compiled

from sandbox.worker import Worker

TESTS = """
import random
import numpy as np
from holdout_judge import case

np.seterr(all="raise")
np.set_printoptions(precision=1)
random.random(), np.random.random()

@case(why="{why}")
def passes(sol):
    pass
"""


def _work(request: dict[str, Any], fds: list[int], emit: Any, cancelled: Any) -> None:
    if request["op"] == "crash":
        raise RuntimeError("ours")
    for _ in range(100 if request["op"] == "wait" else 0):
        if cancelled():
            break
        time.sleep(0.02)
    emit({"event": "done", "pid": os.getpid(), "cancelled": cancelled()})


@pytest.fixture
def worker():
    made = Worker(_work, lambda: None)
    yield made
    made.end()


def _answer(worker: Worker, op: str, *, cancel: bool = False) -> dict[str, Any] | None:
    worker.begin({"op": op, "id": op})
    if cancel:
        worker.cancel()
    assert select.select([worker.control], [], [], 10)[0], "the worker does not answer"
    again, lines = worker.settle(), worker.read()
    return json.loads(lines[-1]) if again else None


def test_it_serves_several_requests_and_names_each(worker):
    first, second = _answer(worker, "a"), _answer(worker, "b")
    assert first["pid"] == second["pid"] == worker.pid != os.getpid()
    assert (first["id"], second["id"]) == ("a", "b")


def test_a_cancel_ends_one_request_and_no_other(worker):
    assert _answer(worker, "wait", cancel=True)["cancelled"]
    assert not _answer(worker, "a")["cancelled"]


def test_a_crash_ends_the_worker(worker):
    assert _answer(worker, "crash") is None
    assert worker.end() == 1


def test_a_changed_file_is_compiled_anew(tmp_path):
    path = tmp_path / "tests.py"
    path.write_text("x = 1")
    assert compiled(path) is compiled(path)
    path.write_text("x = 22")
    spaces: dict[str, Any] = {}
    exec(compiled(path), spaces)
    assert spaces["x"] == 22


def test_what_a_problem_sets_for_all_does_not_reach_the_next(tmp_path):
    (tmp_path / "tests.py").write_text(TESTS.format(why="sets what it should not"))
    (tmp_path / "solution.py").write_text("")
    request = {"id": "", "problem": str(tmp_path), "tier": "numpy", "mode": "submit", "source": "x =", "seed": 0}
    limits = {"testTimeMs": 1000, "totalTimeMs": 1000, "memoryMb": 64, "outputBytes": 64}

    def refuse(*_: Any) -> Any:
        raise checker.SolutionError("SyntaxError", "no child is needed here")

    drawn = []
    for _ in range(2):
        checker.run({**request, "limits": limits}, refuse, lambda event: None, lambda: False)
        drawn.append((random.random(), np.random.random()))
    assert np.geterr()["divide"] != "raise" and np.get_printoptions()["precision"] == 8
    assert drawn[0] == drawn[1]
