"""Runs known wrong solutions, jailed, through tests that a submission failed or passed.

They are ours, so they share a child, one loaded over the other: a fork each would cost more than all else.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from holdout_judge import kinds
from holdout_judge.bench import Bench
from holdout_judge.misconception import Outcomes, Wrong, same_outcome
from holdout_judge.proxy import Session
from holdout_judge.registry import Suite
from holdout_judge.transcript import Call, Transcript
from sandbox.client import Solution, SolutionDied, SolutionError, WireError

_LEAST_TIME_S, _SLOWER = 0.5, 3  # a replay that takes much longer than the submission did is another belief
_MOST_TIME_S = 0.3  # after which a submission that never ended and a wrong solution count as alike
_NO_REPLAY = ("growth",)
_TOTAL_S = 2.0


@dataclass(frozen=True)
class Failed:
    """How a test of the submission's failed."""

    status: str
    outcomes: Outcomes
    ms: float


class Means(NamedTuple):
    """What a replay needs: a fresh child, what a test has at hand, the seed."""

    spawn: Callable[[], Solution]
    bench: Callable[[Session], Bench]
    seed: int


class Diverged(Exception):
    """The wrong solution answered otherwise than the submission: the rest of the test tells no more."""


class Following(Transcript):
    """A transcript that is compared with the submission's as it grows."""

    def __init__(self, ours: Outcomes) -> None:
        super().__init__()
        self._ours = ours

    def end(self, call: Call, outcome: Any) -> None:
        """As in any transcript; raises Diverged where the submission's call ended otherwise."""
        super().end(call, outcome)
        at = len(self.outcomes) - 1
        if at < len(self._ours) and not isinstance(self._ours[at][1], SolutionDied):
            same = self._ours[at][0] == call.target and same_outcome(self._ours[at][1], call.outcome)
            if not same:
                raise Diverged


class Replays:
    """Answers how a wrong solution fares in a test; every answer is kept."""

    def __init__(
        self,
        suite: Suite,
        failed: dict[str, Failed],
        means: Means,
    ) -> None:
        self._tests = {test.name: test for test in suite.tests}
        self._failed, self._means = failed, means
        self._child: Solution | None = None
        self._loaded = ""
        self._known: dict[tuple[str, str], Outcomes | None] = {}
        self._deadline = time.monotonic() + _TOTAL_S + _SLOWER * sum(one.ms for one in failed.values()) / 1000

    def __call__(self, wrong: Wrong, name: str) -> Outcomes | None:
        """How the calls of the test ended, or None where the wrong solution passes it."""
        key = (wrong.id, name)
        if key not in self._known:
            self._known[key] = self._run(wrong, name)
        return self._known[key]

    def evidence(self) -> dict[str, Outcomes | None]:
        """Outcomes of the submission's failed tests, the quickest first; None for those that are not replayed."""
        quickest = sorted(self._failed.items(), key=lambda item: item[1].ms)
        return {
            name: one.outcomes if self.replayable([name]) and one.status != "forbidden" else None
            for name, one in quickest
        }

    def replayable(self, names: Iterable[str]) -> list[str]:
        """Those of the tests that can be run again at little cost."""
        return [name for name in names if self._tests[name].kind not in _NO_REPLAY]

    def close(self) -> None:
        """Ends the child."""
        if self._child is not None:
            self._child.close()
        self._child, self._loaded = None, ""

    def _load(self, wrong: Wrong) -> Solution:
        if self._child is None:
            self._child = self._means.spawn()
        if self._loaded != wrong.id:
            self._loaded = wrong.id
            self._child.load(wrong.source, [], self._means.seed)
        return self._child

    def _run(self, wrong: Wrong, name: str) -> Outcomes | None:
        try:
            child = self._load(wrong)
        except (SolutionError, SolutionDied, WireError) as error:
            self.close()
            return [("load", error)]
        followed = self._failed.get(name)
        transcript = Following(followed.outcomes) if followed else Transcript()
        session = Session(child, self._budget_s(name), self._deadline, transcript)
        try:
            kinds.run(self._tests[name], self._means.bench(session))
        except (SolutionDied, WireError):
            self.close()
        except Exception:  # it fails the test, as it should
            pass
        else:
            return None
        return session.transcript.outcomes

    def _budget_s(self, name: str) -> float:
        one = self._failed.get(name)
        if one is None or one.status == "time-limit":
            return _MOST_TIME_S
        return _LEAST_TIME_S + _SLOWER * one.ms / 1000
