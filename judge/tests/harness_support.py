"""Small problems written for one test, and a judge for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

from supervised import Supervised

Judge = Callable[..., dict[str, Any]]

HEAD = """\
import numpy as np
from holdout_judge import (
    case, chi_square_p, close, finite, forbid, gradient, growth, inout, ks_p, oracle, property, raises, state,
    statistical, stream, z_test_p,
)
"""

EXAMPLE = """
@case(visible=True, why="the example")
def example(sol):
    assert sol.mean(np.array([1.0, 2.0])) == 1.5
"""

ORACLE = """
@oracle(runs=4, visible=True, why="agrees")
def agrees(rng):
    return rng.normal(size=(3, 2)), 2.0
"""

SCALE = "def scale(x, by): return x * by"


def write_problem(folder: Path, tests: str, solution: str = "", wrong: dict[str, str] | None = None) -> Path:
    """A problem folder of these parts; `wrong` by name, each with its docstring."""
    (folder / "wrong").mkdir(parents=True, exist_ok=True)
    (folder / "tests.py").write_text(HEAD + dedent(tests))
    (folder / "solution.py").write_text("import numpy as np\n" + dedent(solution))
    for name, source in (wrong or {}).items():
        (folder / "wrong" / f"{name}.py").write_text(dedent(source).lstrip())
    return folder


def judge_with(supervised: Supervised, folder: Path) -> Judge:
    """Judges a source against tests and a reference given as text."""

    def judge(tests: str, source: str, solution: str = "", **more: Any) -> dict[str, Any]:
        problem = write_problem(folder, tests, solution, more.pop("wrong", None))
        return supervised.judge(problem, "import numpy as np\n" + dedent(source), **more)

    return judge


def by_name(verdict: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The tests of a verdict by name."""
    return {test["name"]: test for test in verdict["tests"]}
