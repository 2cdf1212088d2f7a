"""Autograd inside the solution: `backward`, and tensors compared, described and matched with misconceptions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from harness_support import Judge, by_name, judge_with
from supervised import Supervised

pytest.importorskip("torch")

_LIMITS = {"memoryMb": 1024, "totalTimeMs": 20_000}
_TESTS = """
import torch
from holdout_judge import backward

def drawn():
    return torch.tensor([1.0, 2.0], requires_grad=True), torch.tensor([0.5, 3.0])

@case(visible=True, why="the gradient is that of the value")
def slope(sol):
    x, t = drawn()
    value, (x, t) = backward(sol.loss, x, t)
    close(value, torch.tensor(1.25))
    close(x.grad, torch.tensor([1.0, -2.0]))
    assert t.grad is None
"""
_GOOD = "def loss(x, t): return ((x - t) ** 2).sum()"


@pytest.fixture(scope="module")
def supervised(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Supervised]:
    with Supervised({}, tmp_path_factory.mktemp("log") / "log") as running:
        yield running


@pytest.fixture
def judge(supervised: Supervised, tmp_path: Path) -> Iterator[Judge]:
    if "torch" not in supervised.ready["tiers"]:
        pytest.skip("PyTorch is not installed here")
    inner = judge_with(supervised, tmp_path)
    yield lambda *args, **more: inner(*args, **{"tier": "torch", "limits": _LIMITS, **more})


def test_backward_runs_where_the_graph_is(judge: Judge) -> None:
    assert judge(_TESTS, _GOOD)["verdict"] == "accepted"
    assert judge(_TESTS, "def loss(x, t): return ((x - t) ** 2).mean()")["verdict"] == "wrong-answer"


def test_a_cut_graph_is_said(judge: Judge) -> None:
    test = judge(_TESTS, "def loss(x, t): return ((x.detach() - t) ** 2).sum()")["tests"][0]
    assert test["status"] == "error" and "no graph" in test["message"]


def test_an_argument_changed_in_place_is_seen(judge: Judge) -> None:
    tests = _TESTS.replace("assert t.grad is None", "close(t, drawn()[1])")
    assert judge(tests, "def loss(x, t): return (t.sub_(x) ** 2).sum()")["verdict"] == "wrong-answer"


def test_upstream_weighs_what_is_returned(judge: Judge) -> None:
    tests = """
import torch
from holdout_judge import backward

@case(why="one, several, some")
def weighted(sol):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    _, (got,) = backward(sol.one, x, upstream=torch.tensor([1.0, 10.0]))
    close(got.grad, torch.tensor([3.0, 30.0]))
    _, (got,) = backward(sol.two, x)
    close(got.grad, torch.tensor([5.0, 5.0]))
    _, (got,) = backward(sol.two, x, upstream=(None, torch.tensor([1.0, 0.0])))
    close(got.grad, torch.tensor([2.0, 0.0]))
"""
    source = "def one(x): return x * 3\ndef two(x): return x * 3, x * 2"
    assert judge(tests, source)["verdict"] == "accepted"


def test_a_module_keeps_its_gradients(judge: Judge) -> None:
    tests = """
import torch
from holdout_judge import backward

@case(why="called, and by its method")
def layer(sol):
    layer = sol.Gain(2)
    for function in (layer, layer.forward):
        value, (x,) = backward(function, torch.tensor([3.0, 4.0], requires_grad=True))
        close(value, torch.tensor([3.0, 4.0]))
        close(x.grad, torch.tensor([1.0, 1.0]))
    close(layer.gain.grad, torch.tensor([6.0, 8.0]))
"""
    source = """
import torch
class Gain(torch.nn.Module):
    def __init__(self, n):
        super().__init__()
        self.gain = torch.nn.Parameter(torch.ones(n))
    def forward(self, x):
        return x * self.gain
"""
    assert judge(tests, source)["verdict"] == "accepted"


@pytest.mark.parametrize(
    "cast, verdict",
    [("", "accepted"), (".double()", "wrong-answer"), (".half()", "wrong-answer"), (".numpy()", "wrong-answer")],
)
def test_another_dtype_is_another_answer(judge: Judge, cast: str, verdict: str) -> None:
    tests = """
import torch
@oracle(runs=2, why="agrees")
def agrees(rng):
    return torch.tensor(rng.normal(size=3), dtype=torch.float32)
"""
    assert judge(tests, f"def f(x): return (x * 2){cast}", "def f(x): return x * 2")["verdict"] == verdict


def test_short_floats_are_compared_with_their_own_tolerance(judge: Judge) -> None:
    tests = """
import torch
@case(why="one part in a hundred")
def near(sol):
    close(sol.f(torch.tensor([100.0, 1.0], dtype=torch.bfloat16)), torch.tensor([100.0, 1.0], dtype=torch.bfloat16))
"""
    assert judge(tests, "def f(x): return x * 1.01")["verdict"] == "accepted"
    assert judge(tests, "def f(x): return x * 1.1")["verdict"] == "wrong-answer"


def test_a_misconception_is_told_apart_by_the_gradient(judge: Judge) -> None:
    head = '"""Misconception: {0}.\nShown to the learner: {0}.\nMust fail: slope\n"""\n'
    wrong = {
        "halved": head.format("halved") + "def loss(x, t): return ((x - t) ** 2).sum() + 0.5 * (x - x.detach()).sum()",
        "mean": head.format("mean") + "def loss(x, t): return ((x - t) ** 2).mean()",
    }
    source = "def loss(x, t): return (((x - t) ** 2) + (x - x.detach()) / 2).sum()"
    verdict = judge(_TESTS, source, _GOOD, wrong=wrong)
    assert verdict["misconception"]["id"] == "halved"


def test_a_visible_test_shows_tensors_in_short(judge: Judge) -> None:
    test = by_name(judge(_TESTS, "def loss(x, t): return (x - t).sum() * 2"))["slope"]
    assert "tensor, shape (), float32" in test["expected"]


def test_children_know_the_processor(judge: Judge) -> None:
    tests = """
import torch
@case(visible=True, why="the same kernels as in the checker")
def capability(sol):
    assert sol.capability() == torch.backends.cpu.get_cpu_capability()
    close(sol.half(torch.ones(2)), torch.ones(2, dtype=torch.float16))
"""
    source = (
        "import torch\ndef capability(): return torch.backends.cpu.get_cpu_capability()\ndef half(x): return x.half()"
    )
    verdict = judge(tests, source)
    assert verdict["verdict"] == "accepted" and verdict["stdout"] == ""


def test_what_the_library_has_whole_can_be_forbidden(judge: Judge) -> None:
    tests = """
import torch
forbid("torch.nn.functional.cross_entropy", why="the exercise")
forbid("torch.nn.CrossEntropyLoss", why="the exercise")
@case(why="one")
def one(sol):
    close(sol.f(torch.zeros(1, 2), torch.tensor([0])), torch.tensor(2.0).log())
"""
    head = "import torch\nfrom torch import nn\nimport torch.nn.functional as F\ndef f(x, t): return "
    assert judge(tests, head + "x.logsumexp(1).mean() - x[0, t[0]]")["verdict"] == "accepted"
    for through in (
        "F.cross_entropy(x, t)",
        "nn.CrossEntropyLoss()(x, t)",
        "getattr(F, '_'.join(['cross', 'entropy']))(x, t)",
        "getattr(nn, ''.join(['CrossEntropy', 'Loss']))()(x, t)",
    ):
        assert judge(tests, head + through)["verdict"] == "forbidden", through


def test_every_child_draws_its_own_numbers(judge: Judge) -> None:
    tests = """
import torch
@case(why="seeded")
def seeded(sol):
    close(sol.drawn(), sol.again())
"""
    source = "import torch\nFIRST = torch.rand(3)\ndef drawn(): return FIRST\n"
    source += "def again():\n    torch.manual_seed(0)\n    return torch.rand(3)"
    assert judge(tests, source, seed=0)["verdict"] == "accepted"
    assert judge(tests, source, seed=1)["verdict"] == "wrong-answer"
