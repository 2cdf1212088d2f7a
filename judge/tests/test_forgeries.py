"""No forged answer is accepted, and none makes the judge fail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from forgeries import Forgery, load
from supervised import Supervised

FORGERIES = load()
_HERE = Path(__file__).parent
_LIMITS = {"testTimeMs": 1500, "totalTimeMs": 8000}
_PROBLEMS = ("oracle", "growth", "state", "forbid")


@pytest.fixture(scope="module")
def supervised(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Supervised]:
    with Supervised({}, tmp_path_factory.mktemp("judge") / "log") as found:
        yield found


def _problem(name: str) -> Path:
    return _HERE / f"probe_problem_{name}"


def _texts(verdict: dict) -> list[str]:
    """What a person may see on a terminal."""
    return [str(text) for test in [verdict, *verdict["tests"]] for name, text in test.items() if name != "stdout"]


def test_the_suite_is_large() -> None:
    assert len(FORGERIES) >= 30


@pytest.mark.parametrize("name", _PROBLEMS)
def test_the_reference_is_accepted(supervised: Supervised, name: str) -> None:
    verdict = supervised.judge(_problem(name), (_problem(name) / "solution.py").read_text(), limits=_LIMITS)
    assert verdict["verdict"] == "accepted", verdict


@pytest.mark.parametrize("forgery", FORGERIES, ids=lambda forgery: forgery.name)
def test_forgery_is_refused(supervised: Supervised, forgery: Forgery) -> None:
    limits = _LIMITS if forgery.problem == "growth" else {**_LIMITS, "testTimeMs": 300}
    verdict = supervised.judge(_problem(forgery.problem), forgery.source, limits=limits)
    said = f"{forgery.tries} {verdict['verdict']}: {verdict.get('message')} {[t['message'] for t in verdict['tests']]}"[
        :700
    ]
    assert verdict["verdict"] != "accepted", said
    assert verdict["verdict"] != "internal-error", said
    if forgery.verdicts:
        assert verdict["verdict"] in forgery.verdicts, said
    assert not any(ord(letter) < 32 for text in _texts(verdict) for letter in text if letter not in "\n\t"), said
