"""Comparison is strict about kind, shape and NaN, tolerant in digits, and says where values differ first."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from holdout_judge.compare import Tolerance, close, difference, finite, order_free_difference
from holdout_judge.describe import describe, describe_call, shorten
from holdout_judge.failure import Failure

TOLERANCE = Tolerance()
F32 = np.float32


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (np.array([1.0, 2.0]), np.array([1.0, 2.0 + 1e-9])),
        (np.array([1.0, np.nan]), np.array([1.0, np.nan])),
        (np.array([np.inf]), np.array([np.inf])),
        (np.array([1.0], F32), np.array([1.00001], F32)),
        (np.array([1.0]), np.array([1.0], F32)),  # more digits than asked
        (np.array([1], np.uint8), np.array([1])),
        (np.zeros((0, 3)), np.zeros((0, 3))),
        (np.array(["a"]), np.array(["a"])),
        (np.array(["NaT"], "M8[D]"), np.array(["NaT"], "M8[D]")),
        (2, 2.0),
        (np.float64(2.0), 2.0),
        (np.array(2.0), 2.0),
        (np.int64(3), 3),
        (float("nan"), float("nan")),
        (10**30, 10**30),
        (True, np.True_),
        ([1, (2.0, "a")], [1, (2.0, "a")]),
        ({"a": np.ones(2)}, {"a": np.ones(2)}),
        ({1, 2}, {2, 1}),
        (None, None),
        (1 + 1j, 1 + 1j),
    ],
)
def test_what_agrees(got: Any, expected: Any) -> None:
    assert difference(got, expected, TOLERANCE) is None


@pytest.mark.parametrize(
    ("got", "expected", "said"),
    [
        (1.0, np.array([1.0, 1.0]), "an array of shape (2,) was expected, a float came"),
        ([1.0, 1.0], np.array([1.0, 1.0]), "a list came"),
        (np.ones(1), np.ones(2), "shape (2,) was expected, (1,) came"),
        (np.ones((2, 1)), np.ones((1, 2)), "shape (1, 2) was expected"),
        (np.array([]), np.array([1.0]), "shape (1,) was expected, (0,) came"),
        (np.array([1, 2]), np.array([1.0, 2.0]), "dtype float64 was expected, int64 came"),
        (np.array([1.0, 2.0]), np.array([1, 2]), "dtype int64 was expected, float64 came"),
        (np.array([True]), np.array([1]), "dtype int64 was expected, bool came"),
        (np.array([1 + 0j]), np.array([1.0]), "dtype float64 was expected, complex128 came"),
        (np.array([1.0], F32), np.array([1.0]), "dtype float64 was expected, float32 came"),
        (np.array([[1.0, 3.0]]), np.array([[1.0, 2.0]]), "2.0 was expected at [0, 1], 3.0 came; 1 of 2 values differ"),
        (np.array([np.nan]), np.array([1.0]), "nan came"),
        (np.array([np.inf]), np.array([1.0]), "inf came"),
        (np.array([-np.inf]), np.array([np.inf]), "-inf came"),
        (True, 1, "a number was expected, a bool came"),
        (1, True, "True was expected, 1 came"),
        (2.0, 2, "2 was expected, 2.0 came"),
        ("2", 2, "a number was expected, a str came"),
        (np.ones(1), 1.0, "a number was expected, a 1-d array came"),
        (1 + 0j, 1.0, "a real number was expected"),
        (float("nan"), 1.0, "nan came"),
        ((1, 2), [1, 2], "a list was expected, a tuple came"),
        ([1, 2, 3], [1, 2], "2 items were expected, 3 came"),
        ([1, [2, 4]], [1, [2, 3]], "item 1: item 1: 3 was expected, 4 came"),
        ({"a": 1, "c": 2}, {"a": 1, "b": 2}, "keys differ: missing ['b'], not expected ['c']"),
        ({"a": 1}, {"a": 2}, "key 'a': 2 was expected, 1 came"),
        (None, 0.0, "a NoneType came"),
        ({1}, [1], "a set came"),
    ],
)
def test_what_differs_and_where(got: Any, expected: Any, said: str) -> None:
    found = difference(got, expected, TOLERANCE)
    assert found is not None and said in found.text


@pytest.mark.parametrize(
    ("got", "expected", "said"),
    [
        (np.ones(2), np.ones(3), "another shape"),
        ([1.0], np.ones(1), "another type"),
        (np.ones(1, F32), np.ones(1), "another dtype"),
        (np.array([np.nan, 5.0]), np.array([271.0, 828.0]), "NaN or infinite"),
        (np.array([5.0]), np.array([271.0]), "not the expected one"),
    ],
)
def test_a_hidden_test_hears_the_kind_of_difference_and_no_value(got: Any, expected: Any, said: str) -> None:
    found = difference(got, expected, TOLERANCE)
    assert found is not None
    assert said in found.public
    assert "271" not in found.public


def test_tolerance_follows_the_expected_dtype_and_a_given_one_is_kept() -> None:
    assert Tolerance().of(np.dtype(F32))[0] == pytest.approx(1e-4)
    assert Tolerance().of(np.dtype(np.float64))[0] == 1e-7
    assert Tolerance(rtol=1e-12).of(np.dtype(np.float64))[0] == 1e-12
    assert Tolerance(rtol=1e-12).of(np.dtype(F32))[0] == pytest.approx(1e-4)  # no float32 can do better
    assert Tolerance(atol=0.5).of(np.dtype(np.float64))[1] == 0.5


def test_values_of_few_digits_do_not_widen_the_tolerance() -> None:
    assert difference(np.zeros(4, np.float16), np.full(4, 5e-5), TOLERANCE) is not None
    assert difference(np.zeros(4), np.full(4, 5e-5), TOLERANCE) is not None


@pytest.mark.parametrize("expected", [[1.0, 2.0, 3.0], np.array([1.0, 2.0, 3.0]), [(1, "a"), (2, "b")], []])
def test_order_free_takes_every_order(expected: Any) -> None:
    turned = expected[::-1]
    assert order_free_difference(turned, expected, TOLERANCE) is None


def test_order_free_counts_each_item_once_and_works_for_many() -> None:
    assert order_free_difference([1, 1, 2], [1, 2, 2], TOLERANCE) is not None
    assert order_free_difference((2, 1), [1, 2], TOLERANCE) is not None
    many = list(range(1000))
    assert order_free_difference(many[::-1], many, TOLERANCE) is None
    assert order_free_difference(many[:-1] + [5], many, TOLERANCE) is not None
    rows = np.random.default_rng(0).normal(size=(300, 2))
    assert order_free_difference(rows[::-1], rows, TOLERANCE) is None


def test_close_raises_with_both_sides() -> None:
    with pytest.raises(Failure) as raised:
        close(np.array([1.0, 2.0]), np.array([1.0, 4.0]))
    assert raised.value.got == "[1., 2.]  (array, shape (2,), float64)"
    assert raised.value.expected == "[1., 4.]  (array, shape (2,), float64)"


def test_finite_looks_into_containers() -> None:
    assert finite([np.ones(2), (1.0, {"a": 2.0})])
    assert not finite([np.ones(2), (1.0, {"a": float("nan")})])
    assert not finite(np.array([np.inf]))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ([1, 2.5, "a"], "[1, 2.5, 'a']"),
        ((1,), "(1,)"),
        (set(), "set()"),
        ({"a": 1}, "{'a': 1}"),
        (np.float32(0.5), "0.5 (float32)"),
        (list(range(100)), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … (100 items)]"),
        (1 << 5000, "an integer of 5001 bits"),
        (np.random.default_rng(0), "a random generator"),
    ],
)
def test_values_in_few_words(value: Any, text: str) -> None:
    assert describe(value) == text


def test_long_values_are_cut_before_they_are_written() -> None:
    assert len(describe("x" * 10_000_000)) < 500
    assert len(describe([["y" * 10_000_000] * 100] * 100)) < 500
    assert "shape (1000, 1000)" in describe(np.zeros((1000, 1000)))
    assert len(describe_call("f", (np.zeros(10_000),) * 50, {})) < 1000


def test_control_characters_are_replaced() -> None:
    assert shorten("\x1b[2Jred\u202e") == "\ufffd[2Jred\ufffd"
