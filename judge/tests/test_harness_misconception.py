"""A misconception is claimed where the calls ended as a known wrong solution's do, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from holdout_judge.misconception import Evidence, Outcomes, Wrong, load_wrongs, match, same_outcome
from sandbox.client import SolutionDied, SolutionError

A, B = (Wrong(name, "", f"belief {name}", "text", "first") for name in "ab")
C = Wrong("c", "", "belief c", "text", "second")
GROWS = Wrong("grows", "", "belief", "text", "growth")
NUMBERS: Outcomes = [("f", np.array([0.5, 0.25]))]
FLAG: Outcomes = [("f", True)]


def shown(wrongs: list[Wrong], evidence: Evidence, answers: dict[tuple[str, str], Outcomes]) -> str | None:
    """Id of what is claimed; a test that `answers` does not hold is passed."""
    found = match(wrongs, evidence, lambda wrong, name: answers.get((wrong.id, name)))
    return found.id if found else None


def test_equal_answers_in_the_named_test_are_claimed() -> None:
    evidence = Evidence({"first": NUMBERS}, ["second"])
    assert shown([A, C], evidence, {("a", "first"): NUMBERS}) == "a"


def test_other_answers_are_not() -> None:
    evidence = Evidence({"first": NUMBERS}, [])
    assert shown([A], evidence, {("a", "first"): [("f", np.array([0.5, 0.26]))]}) is None
    assert shown([A], evidence, {("a", "first"): [*NUMBERS, *NUMBERS]}) is None


def test_a_wrong_solution_whose_test_passed_is_out() -> None:
    evidence = Evidence({"second": NUMBERS}, ["first"])
    assert shown([A], evidence, {("a", "first"): NUMBERS, ("a", "second"): NUMBERS}) is None


def test_failing_differently_elsewhere_speaks_against() -> None:
    evidence = Evidence({"first": NUMBERS, "second": NUMBERS}, [])
    answers = {("a", "first"): NUMBERS, ("a", "second"): [("f", np.array([9.5, 0.1]))]}
    assert shown([A], evidence, answers) is None


def test_a_second_fault_is_allowed_where_the_answers_are_telling() -> None:
    numbers = Evidence({"first": NUMBERS, "other": NUMBERS}, [])
    assert shown([A], numbers, {("a", "first"): NUMBERS}) == "a"
    flags = Evidence({"first": FLAG, "other": NUMBERS}, [])
    assert shown([A], flags, {("a", "first"): FLAG}) is None


def test_of_two_that_fit_the_one_that_passes_what_passed_is_claimed_or_none() -> None:
    evidence = Evidence({"first": NUMBERS}, ["second"])
    both = {("a", "first"): NUMBERS, ("b", "first"): NUMBERS}
    assert shown([A, B], evidence, both) is None
    assert shown([A, B], evidence, {**both, ("b", "second"): NUMBERS}) == "a"


def test_the_one_that_explains_more_is_claimed() -> None:
    evidence = Evidence({"first": NUMBERS, "second": NUMBERS}, [])
    answers = {("a", "first"): NUMBERS, ("b", "first"): NUMBERS, ("b", "second"): NUMBERS}
    assert shown([A, B], evidence, answers) == "b"


def test_a_growth_test_is_explained_by_the_only_one_that_names_it() -> None:
    assert shown([A, GROWS], Evidence({"growth": None}, ["first"]), {}) == "grows"
    assert shown([GROWS], Evidence({"growth": None, "first": NUMBERS}, []), {}) is None
    assert shown([GROWS, Wrong("too", "", "", "", "growth")], Evidence({"growth": None}, []), {}) is None


def test_running_out_of_time_is_alike_as_far_as_both_came() -> None:
    died = SolutionDied("time-limit", "no answer in time")
    ours: Outcomes = [("f", 1.5), ("f", 2.5), ("f", died)]
    evidence = Evidence({"first": ours}, [])
    assert shown([A], evidence, {("a", "first"): [("f", 1.5), ("f", died)]}) == "a"
    assert shown([A], evidence, {("a", "first"): [("f", 1.6), ("f", died)]}) is None
    assert shown([A], evidence, {("a", "first"): [("f", 1.5), ("f", 2.5), ("f", 3.5)]}) is None


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (1.0, 1.0 + 1e-9, True),
        (1.0, 1.0 + 1e-5, False),
        (float("nan"), float("nan"), True),
        (1.0, np.float64(1.0), False),
        (np.ones(2), np.ones((2, 1)), False),
        (np.ones(2), np.ones(2, np.float32), False),
        ([1.0, {"a": np.ones(2)}], [1.0, {"a": np.ones(2)}], True),
        (SolutionError("ValueError", "one"), SolutionError("ValueError", "two"), True),
        (SolutionError("ValueError", "one"), SolutionError("KeyError", "one"), False),
        (SolutionDied("time-limit", ""), SolutionDied("memory-limit", ""), False),
        (True, 1, False),
    ],
)
def test_outcomes_alike(a: Any, b: Any, same: bool) -> None:
    assert same_outcome(a, b) is same


def test_the_docstring_is_read_over_several_lines(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text(
        '"""Misconception: it is\n    so.\nShown to the learner: no,\n\n    it is not.\nMust fail: t\n"""\n'
    )
    (tmp_path / "two.py").write_text('"""Misconception: only this."""\n')
    (found,) = load_wrongs(tmp_path)
    assert (found.id, found.belief, found.text, found.must_fail) == ("one", "it is so.", "no, it is not.", "t")
