"""Each kind of test through the real sandbox: what passes, what fails, and what the candidate is told."""

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


# -- case and property ------------------------------------------------------------------------------------------------


def test_an_object_that_asks_for_the_test_is_not_asked_again(judge: Judge) -> None:
    tests = """
class Rig:
    def __init__(self, sol): self.counter = sol.Counter()
    def count(self): return self.counter.count()

@case(visible=True, why="w")
def counts(sol):
    rig = Rig(sol)
    assert rig.count() == 5
"""
    source = "class Counter:\n  n = 0\n  def count(self):\n    self.n += 1\n    return self.n"
    test = judge(tests, source)["tests"][0]
    assert (test["got"], test["expected"]) == ("1", "5")


def test_a_plain_assert_tells_input_got_and_expected(judge: Judge) -> None:
    test = judge(EXAMPLE, "def mean(x): return float(x.sum())")["tests"][0]
    assert (test["status"], test["expected"], test["got"]) == ("failed", "1.5", "3.0")
    assert test["input"].startswith("mean([1., 2.]")
    assert "sol.mean(np.array([1.0, 2.0])) == 1.5" in test["message"]


@pytest.mark.parametrize(
    ("body", "expected", "got"),
    [
        ("assert np.isclose(sol.f(), 2.0)", "2.0", "3.0"),
        ("assert abs(sol.f() - 2) < 1e-6", "2", "3.0"),
        ("got = sol.f()\n    assert got == 1 + 1", "2", "3.0"),
        ("assert 4.0 == sol.f()", "4.0", "3.0"),
        ("assert sol.f() == 3.0 and sol.f() == 5.0", "5.0", "3.0"),
        ("close(sol.f(), 2.0)", "2.0", "3.0"),
    ],
)
def test_what_was_compared_is_read_from_the_assert(judge: Judge, body: str, expected: str, got: str) -> None:
    tests = f'@case(visible=True, why="w")\ndef t(sol):\n    {body}\n'
    test = judge(tests, "def f(): return 3.0")["tests"][0]
    assert (test["expected"], test["got"]) == (expected, got)


def test_a_hidden_test_tells_no_input_no_expected_value_and_no_words_of_the_exception(judge: Judge) -> None:
    tests = """
    @case(why="values")
    def values(sol):
        close(sol.f(np.array([31337.0])), np.array([271828.0]))

    @case(why="shape")
    def shape(sol):
        close(sol.f(np.array([31337.0])), np.zeros((2, 2)))

    @case(why="raises")
    def error(sol):
        sol.g(31337.0)
    """
    source = "def f(x): print(x); return x\ndef g(x): raise ValueError(f'bad {x}')"
    verdict = judge(tests, source)
    assert "31337" not in str(verdict) and "271828" not in str(verdict)
    tests_by_name = by_name(verdict)
    assert tests_by_name["values"]["message"] == "The answer is not the expected one."
    assert tests_by_name["shape"]["message"] == "The answer has another shape than asked."
    assert tests_by_name["error"]["message"] == "ValueError"
    assert tests_by_name["error"]["trace"][-1]["line"] == 3


def test_prints_of_visible_tests_are_shown(judge: Judge) -> None:
    tests = EXAMPLE + '@case(why="hidden")\ndef hidden(sol):\n    assert sol.mean(np.ones(3)) == 1\n'
    verdict = judge(
        tests, "print('loaded')\ndef mean(x):\n    print('mean of', len(x), flush=True)\n    return x.mean()"
    )
    assert verdict["verdict"] == "accepted"
    assert "mean of 3" not in verdict["stdout"]
    assert verdict["stdout"] == "loaded\nmean of 2\n"


def test_an_exception_shows_the_candidate_s_own_lines_alone(judge: Judge) -> None:
    test = judge(EXAMPLE, "def inner(x):\n    return x.nothing\n\ndef mean(x):\n    return inner(x)")["tests"][0]
    assert test["status"] == "error" and "AttributeError" in test["message"]
    assert [(line["line"], line["function"]) for line in test["trace"]] == [(6, "mean"), (3, "inner")]
    assert test["trace"][-1]["code"] == "return x.nothing"


def test_a_property_draws_the_same_inputs_each_time(judge: Judge) -> None:
    tests = """
    @property(runs=3, visible=True, why="w")
    def law(sol, rng):
        x = rng.normal(size=4)
        assert sol.f(x) == 0
    """
    first, second = (judge(tests, "def f(x): return x.sum()")["tests"][0]["input"] for _ in range(2))
    assert first == second


def test_raises_takes_kinds_of_the_exception_and_those_of_callbacks(judge: Judge) -> None:
    tests = """
    @case(why="a subclass is the exception too")
    def subclass(sol):
        raises(ValueError, sol.linalg)
        raises(LookupError, sol.missing)

    @case(why="what a callback raises goes through")
    def callback(sol):
        def fails():
            raise TimeoutError("store")
        raises(TimeoutError, sol.call, fails)

    @case(visible=True, why="no exception")
    def silent(sol):
        raises(ValueError, sol.silent)
    """
    source = """
    def linalg(): raise np.linalg.LinAlgError("singular")
    def missing(): return {}["key"]
    def call(f): f()
    def silent(): return 7
    """
    tests_by_name = by_name(judge(tests, source))
    assert [tests_by_name[name]["status"] for name in ("subclass", "callback", "silent")] == [
        "passed",
        "passed",
        "failed",
    ]
    assert (tests_by_name["silent"]["expected"], tests_by_name["silent"]["got"]) == ("ValueError", "7")


def test_handles_proxy_methods_attributes_iteration_and_items(judge: Judge) -> None:
    tests = """
    @case(why="w")
    def all_of_it(sol):
        box = sol.Box([3, 4])
        assert len(box) == 2 and box[1] == 4 and 3 in box and 5 not in box
        assert list(box) == [3, 4] and list(box.reversed()) == [4, 3]
        assert box.size == 2 and box.scaled(10) == [30, 40]
        box.size = 5
        assert box.size == 5
        counter = box.counter()
        assert [counter(), counter()] == [1, 2]
        assert next(box.reversed()) == 4
        assert sol.Box.of(1, 2)[0] == 1
        assert sol.total(box) == 7
        with sol.Box([1]) as entered:
            assert entered[0] == 1
    """
    source = """
    class Box:
        def __init__(self, items): self.items, self.size = list(items), len(items)
        @classmethod
        def of(cls, *items): return cls(items)
        def __len__(self): return len(self.items)
        def __getitem__(self, at): return self.items[at]
        def __contains__(self, item): return item in self.items
        def __iter__(self): return iter(self.items)
        def __enter__(self): return self
        def __exit__(self, *_): pass
        def reversed(self): yield from self.items[::-1]
        def scaled(self, by): return [by * item for item in self.items]
        def counter(self):
            count = 0
            def step():
                nonlocal count
                count += 1
                return count
            return step

    def total(box): return sum(box.items)
    """
    verdict = judge(tests, source)
    assert verdict["verdict"] == "accepted", verdict["tests"]


def test_inout_and_stream(judge: Judge) -> None:
    tests = """
    @case(why="inputs are left alone")
    def inputs(sol):
        x = np.arange(3.0)
        value, (after,) = inout(sol.sort_in_place, x)
        assert (after == x).all()

    @case(why="reads no further than it must")
    def lazy(sol):
        taken = []
        def items():
            for item in range(100):
                taken.append(item)
                yield item
        assert sol.first_above(stream(items(), chunk=1), 4) == 5
        assert len(taken) <= 7
    """
    source = """
    def sort_in_place(x):
        x[:] = x[::-1]
        return x

    def first_above(items, least): return next(item for item in items if item > least)
    """
    tests_by_name = by_name(judge(tests, source))
    assert (tests_by_name["inputs"]["status"], tests_by_name["lazy"]["status"]) == ("failed", "passed")


# -- oracle, gradient, statistical, state ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("def scale(x, by): return (x * by).tolist()", "an array of shape (3, 2) was expected, a list came"),
        ("def scale(x, by): return (x * by)[:1]", "shape (3, 2) was expected, (1, 2) came"),
        ("def scale(x, by): return (x * by).astype(np.float16)", "dtype float64 was expected, float16 came"),
        ("def scale(x, by): return float((x * by)[0, 0])", "a float came"),
        ("def scale(x, by): return (x * by).astype(object)", "object"),
        ("def scale(x, by): return x * np.nan", "nan came; 6 of 6 values differ"),
        ("def scale(x, by):\n    x[1, 1] += 1\n    return x * by", "was expected at [1, 1]"),
        (
            "def scale(x, by): return (x * by).view(type('Lie', (np.ndarray,), {'__eq__': lambda a, b: True})) + 1",
            "6 of 6",
        ),
        (
            "class Lie:\n    __eq__ = lambda a, b: True\n    shape = (3, 2)\ndef scale(x, by): return Lie()",
            "a Lie object came",
        ),
    ],
)
def test_an_oracle_compares_strictly(judge: Judge, source: str, said: str) -> None:
    verdict = judge(ORACLE, source, SCALE)
    assert verdict["verdict"] == "wrong-answer"
    assert said in verdict["tests"][0]["message"]


def test_an_oracle_accepts_what_agrees(judge: Judge) -> None:
    assert judge(ORACLE, "def scale(x, by): return by * x + 0.0", SCALE)["verdict"] == "accepted"


def test_order_free_takes_any_order_and_only_the_same_items(judge: Judge) -> None:
    tests = '@oracle(runs=3, order_free=True, why="w")\ndef t(rng):\n    return rng.normal(size=(5, 2))\n'
    solution = "def f(x): return [tuple(row) for row in x.tolist()]"
    assert (
        judge(tests, "def f(x): return [tuple(r) for r in (x[::-1] + 1e-12).tolist()]", solution)["verdict"]
        == "accepted"
    )
    wrong = "def f(x): return [tuple(x[0].tolist())] * len(x)"
    assert judge(tests, wrong, solution)["verdict"] == "wrong-answer"


LOSS = "def loss(w, x): return float(((x @ w) ** 2).sum()), 2 * x.T @ (x @ w)"
GRADIENT = """
@gradient(runs=2, wrt="w", why="the gradient is the loss's own")
def slope(rng):
    return rng.normal(size=3), rng.normal(size=(5, 3))
"""


def test_a_gradient_is_checked_by_central_differences(judge: Judge) -> None:
    assert judge(GRADIENT, LOSS, LOSS)["verdict"] == "accepted"
    assert judge(GRADIENT, LOSS.replace("2 * x.T", "x.T"), LOSS)["verdict"] == "wrong-answer"
    assert judge(GRADIENT, "def loss(w, x): return 3.0", LOSS)["verdict"] == "wrong-answer"


def test_a_statistical_test_tells_a_biased_sampler(judge: Judge) -> None:
    tests = """
    @statistical(why="every face alike")
    def fair(sol, rng):
        draws = sol.roll(int(rng.integers(1 << 30)), 6000)
        return chi_square_p(np.bincount(draws, minlength=6), np.full(6, 1000.0))
    """
    fair = "def roll(seed, n): return np.random.default_rng(seed).integers(0, 6, n)"
    biased = "def roll(seed, n): return np.minimum(np.random.default_rng(seed).integers(0, 7, n), 5)"
    assert judge(tests, fair)["verdict"] == "accepted"
    assert judge(tests, biased)["verdict"] == "wrong-answer"


COUNTER = """
class Counter:
    def __init__(self, start): self.value = start
    def add(self, by):
        if by < 0: raise ValueError("negative")
        self.value += by
        return self.value
"""
STATE = """
@state(runs=3, of="Counter", visible=True, why="a life")
def life(rng):
    return (int(rng.integers(9)),), [("add", (2,)), ("add", (-1,)), ("add", (int(rng.integers(9)),)), ("value", None)]
"""


def test_a_state_test_compares_returns_attributes_and_exceptions(judge: Judge) -> None:
    assert judge(STATE, COUNTER, COUNTER)["verdict"] == "accepted"
    clips = COUNTER.replace('raise ValueError("negative")', "return self.value")
    test = judge(STATE, clips, COUNTER)["tests"][0]
    assert test["message"] == "step 2, add: ValueError was expected"
    forgets = COUNTER.replace("self.value += by", "self.value = by")
    assert "step 1, add" in judge(STATE, forgets, COUNTER)["tests"][0]["message"]


# -- growth ------------------------------------------------------------------------------------------------------------

GROWTH = """
@growth(sizes=[2_000, 8_000, 32_000], at_most="n log n", why="one sort")
def grows(rng, n):
    return rng.random(n)
"""
DISTINCT = "def distinct(x): return len(set(x.tolist()))"


def test_growth_accepts_the_right_order_and_rejects_quadratic(judge: Judge) -> None:
    verdict = judge(GROWTH, "def distinct(x): return int((np.diff(np.sort(x)) > 0).sum()) + 1", DISTINCT)
    assert verdict["verdict"] == "accepted", verdict
    assert verdict["growth"][0]["sizes"][:3] == [2000, 8000, 32000]
    quadratic = "def distinct(x): return int(sum(1 / (x == v).sum() for v in x) + 0.5)"
    verdict = judge(GROWTH, quadratic, DISTINCT, limits={"testTimeMs": 2000})
    assert verdict["tests"][0]["status"] == "failed", verdict
    assert "time grows like n^" in verdict["tests"][0]["message"]


def test_growth_rejects_what_is_quick_and_wrong(judge: Judge) -> None:
    verdict = judge(GROWTH, "def distinct(x): return len(set(x.tolist())) if len(x) < 100 else 0", DISTINCT)
    assert verdict["verdict"] == "wrong-answer"


def test_growth_of_memory_is_measured_in_fresh_children(judge: Judge) -> None:
    tests = """
    @growth(sizes=[50_000, 200_000, 800_000], at_most="1", measure="memory", why="a stream is not kept")
    def flat(rng, n):
        return (stream(iter(range(n))),)
    """
    solution = "def total(items): return sum(items)"
    assert judge(tests, solution, solution)["verdict"] == "accepted"
    keeps = "def total(items): return sum(list(items))"
    assert judge(tests, keeps, solution)["verdict"] == "wrong-answer"
