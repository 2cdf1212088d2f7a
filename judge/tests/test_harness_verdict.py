"""The whole verdict through the real sandbox: deaths, limits, levels, faults, forbidden names and misconceptions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from harness_support import EXAMPLE, ORACLE, SCALE, Judge, by_name, judge_with
from supervised import Supervised


@pytest.fixture(scope="module")
def supervised(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Supervised]:
    with Supervised({}, tmp_path_factory.mktemp("log") / "stderr") as running:
        yield running


@pytest.fixture
def judge(supervised: Supervised, tmp_path: Path) -> Judge:
    return judge_with(supervised, tmp_path)


# -- the whole verdict --------------------------------------------------------------------------------------------------

MANY = "".join(f'@case(why="w", visible=True)\ndef t{i}(sol):\n    assert sol.f({i}) == {i}\n\n' for i in range(7))


def test_a_solution_that_dies_is_replaced_three_times(judge: Judge) -> None:
    verdict = judge(MANY, "import os\ndef f(i):\n    os._exit(3) if i else None\n    return i")
    statuses = [test["status"] for test in verdict["tests"]]
    assert statuses == ["passed", "error", "error", "error", "error", "not-run", "not-run"]
    assert verdict["verdict"] == "runtime-error"


def test_a_hang_costs_one_test(judge: Judge) -> None:
    verdict = judge(MANY, "def f(i):\n    while i == 2: pass\n    return i", limits={"testTimeMs": 200})
    assert [test["status"] for test in verdict["tests"]].count("time-limit") == 1
    assert verdict["verdict"] == "time-limit"


def test_time_for_all_tests_together_ends(judge: Judge) -> None:
    slow = "import time\ndef f(i):\n    time.sleep(0.2)\n    return i"
    verdict = judge(MANY, slow, limits={"testTimeMs": 1000, "totalTimeMs": 500})
    statuses = [test["status"] for test in verdict["tests"]]
    assert verdict["verdict"] == "time-limit"
    assert statuses[-1] == "not-run" and statuses.count("time-limit") == 1


def test_only_the_time_of_calls_counts(judge: Judge) -> None:
    tests = """
    @case(why="the test itself is slow")
    def slow_test(sol):
        import time
        for _ in range(4):
            time.sleep(0.1)
            assert sol.f(1) == 1
    """
    assert judge(tests, "def f(i): return i", limits={"testTimeMs": 300})["verdict"] == "accepted"


def test_levels_unlock_one_after_another(judge: Judge) -> None:
    tests = """
    @case(level=2, why="second")
    def second(sol): assert sol.f(2) == 2

    @case(level=1, why="first")
    def first(sol): assert sol.f(1) == 1

    @case(level=3, why="third")
    def third(sol): assert sol.f(3) == 3
    """
    verdict = judge(tests, "def f(i): return min(i, 1)", levels=3)
    assert [(t["name"], t["status"]) for t in verdict["tests"]] == [
        ("first", "passed"), ("second", "failed"), ("third", "not-run"),
    ]  # fmt: skip
    assert verdict["levelsPassed"] == 1
    assert judge(tests, "def f(i): return i", levels=3)["levelsPassed"] == 3
    assert len(judge(tests, "def f(i): return i", levels=1)["tests"]) == 1


def test_a_planted_fault_is_found_when_all_its_tests_pass(judge: Judge) -> None:
    tests = """
    @case(fault="sign", why="a")
    def a(sol): assert sol.f(1) == 1

    @case(fault="sign", why="b")
    def b(sol): assert sol.f(-1) == -1

    @case(fault="zero", why="c")
    def c(sol): assert sol.f(0) == 0
    """
    faults = judge(tests, "def f(i): return abs(i)")["faults"]
    assert faults == [{"id": "sign", "found": False}, {"id": "zero", "found": True}]


def test_run_takes_visible_tests_alone(judge: Judge) -> None:
    tests = EXAMPLE + '@case(why="hidden")\ndef hidden(sol):\n    assert False\n'
    verdict = judge(tests, "def mean(x): return x.mean()", mode="run")
    assert verdict["verdict"] == "accepted" and len(verdict["tests"]) == 1


@pytest.mark.parametrize(
    ("source", "verdict", "said"),
    [
        ("def f(:", "runtime-error", "line 2"),
        ("import no_such_module", "runtime-error", "no_such_module"),
        ("1 / 0", "runtime-error", "ZeroDivisionError: division by zero (line 2)"),
        ("while True: pass", "time-limit", "did not get past its own top level"),
        ("x = 1  # " + "x" * 600_000, "runtime-error", "at most 512 kB"),
        ("\x00\x01", "runtime-error", "could not be loaded"),
    ],
)
def test_code_that_does_not_load_is_told_in_a_sentence(judge: Judge, source: str, verdict: str, said: str) -> None:
    judged = judge(EXAMPLE, source, limits={"testTimeMs": 300})
    assert judged["verdict"] == verdict
    assert said in judged["message"] and "Traceback" not in judged["message"]
    assert {test["status"] for test in judged["tests"]} == {"not-run"}


@pytest.mark.parametrize(
    ("tests", "said"),
    [
        ("def broken(:\n", "tests.py line 6"),
        ("x = nothing\n", "tests.py line 6: NameError"),
        ("", "declares no test"),
        ('@case(why="")\ndef t(sol): ...\n', "says why it exists"),
        ('@growth(why="w", sizes=[1, 2], at_most="n!")\ndef t(rng, n): ...\n', "sizes must be"),
        ('@growth(why="w", sizes=[9, 99], at_most="n!")\ndef t(rng, n): ...\n', "at_most must be one of"),
        ('@case(why="w")\ndef t(sol): ...\n@case(why="w")\ndef t(sol): ...\n', "two tests are called t"),
        ('@case(why="w", visable=True)\ndef t(sol): ...\n', "unknown option: visable"),
    ],
)
def test_bad_tests_are_told_with_their_line(judge: Judge, tests: str, said: str) -> None:
    judged = judge(tests, "def f(): ...")
    assert judged["verdict"] == "error"
    assert said in judged["message"] and "Traceback" not in judged["message"]


def test_a_fault_of_ours_does_not_count(judge: Judge) -> None:
    reference = "def scale(x, by): return x / nothing"
    assert judge(ORACLE, SCALE, reference)["verdict"] == "internal-error"
    tests = '@case(why="w")\ndef t(sol):\n    nothing\n'
    assert judge(tests, SCALE)["verdict"] == "internal-error"
    missing = judge(ORACLE, SCALE, "1 / 0")
    assert missing["verdict"] == "error" and "solution.py line 2: ZeroDivisionError" in missing["message"]


def test_what_cannot_be_compared_is_a_wrong_answer(judge: Judge) -> None:
    tests = '@case(why="w", visible=True)\ndef t(sol):\n    assert sol.f().shape == (2,)\n'
    test = judge(tests, "def f(): return 'text'")["tests"][0]
    assert test["status"] == "failed" and "could not be compared" in test["message"]


def test_a_message_carries_no_control_characters(judge: Judge) -> None:
    test = judge(EXAMPLE, "def mean(x): raise ValueError('\\x1b[2J\\x07done')")["tests"][0]
    assert "\x1b" not in test["message"] and "done" in test["message"]


# -- forbidden names and misconceptions ----------------------------------------------------------------------------------


def test_a_forbidden_name_is_told_with_its_line_and_reason(judge: Judge) -> None:
    tests = 'forbid("numpy.mean", why="the mean is the exercise")\n' + EXAMPLE
    verdict = judge(tests, "from numpy import mean as m\ndef mean(x): return m(x)")
    assert verdict["verdict"] == "forbidden"
    assert verdict["message"] == "Line 2 uses numpy.mean, which this problem forbids: the mean is the exercise."
    hidden_call = "def mean(x): return getattr(np, ''.join(['me', 'an']))(x)"
    assert judge(tests, hidden_call)["verdict"] == "forbidden"
    assert judge(tests, "def mean(x): return x.sum() / len(x)")["verdict"] == "accepted"


VARIANCE = """
@oracle(runs=3, why="agrees")
def agrees(rng):
    return rng.normal(size=int(rng.integers(5, 20)))

@case(why="one value has no spread")
def one_value(sol):
    assert sol.variance(np.array([3.0])) == 0
"""
RIGHT = "def variance(x): return float(((x - x.mean()) ** 2).mean())"
WRONG = {
    "divides_by_n_minus_one": '''
    """Misconception: the variance of a batch divides by n - 1.
    Shown to the learner: that is the estimate for a population;
        the batch's own variance divides by n.
    Must fail: agrees
    """
    import numpy as np
    def variance(x): return float(((x - x.mean()) ** 2).sum() / max(len(x) - 1, 1))
    ''',
    "forgets_the_square": '''
    """Misconception: the spread is the mean distance.
    Shown to the learner: distances are squared first.
    Must fail: agrees
    """
    import numpy as np
    def variance(x): return float(abs(x - x.mean()).mean())
    ''',
}


def test_a_submission_that_fails_as_a_known_wrong_one_learns_its_belief(judge: Judge) -> None:
    mine = "def variance(values):\n    n = len(values)\n    return 0.0 if n == 1 else float(np.var(values, ddof=1))"
    shown = judge(VARIANCE, mine, RIGHT, wrong=WRONG)["misconception"]
    assert shown["id"] == "divides_by_n_minus_one"
    assert shown["belief"] == "the variance of a batch divides by n - 1."
    assert shown["text"].endswith("the batch's own variance divides by n.")


@pytest.mark.parametrize(
    "source",
    [
        "def variance(x): return float(((x - x.mean()) ** 2).mean()) + 0.5",
        "def variance(x): return 0.0",
        "def variance(x): raise NotImplementedError",
        "def variance(x): return float('nan')",
    ],
)
def test_no_belief_is_claimed_without_evidence(judge: Judge, source: str) -> None:
    verdict = judge(VARIANCE, source, RIGHT, wrong=WRONG)
    assert verdict["verdict"] != "accepted" and "misconception" not in verdict


def test_a_proof_matches_no_misconception(judge: Judge) -> None:
    mine = "def variance(x): return 0.0 if len(x) == 1 else float(np.var(x, ddof=1))"
    assert "misconception" not in judge(VARIANCE, mine, RIGHT, wrong=WRONG, mode="prove")
