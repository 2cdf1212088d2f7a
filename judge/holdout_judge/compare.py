"""Strict comparison of what a solution returned with what is expected.

Shape, kind of number and kind of container count; a scalar never stands for an array; NaN equals NaN only where NaN is
expected. Tolerances come from the dtype unless they are given.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from holdout_judge.describe import describe

_RTOL = {np.dtype(np.float16): 1e-2, np.dtype(np.float32): 1e-4, np.dtype(np.complex64): 1e-4}
_DEFAULT_RTOL = 1e-7


class Mismatch(AssertionError):
    """The solution's value is not the expected one; `got` and `expected` are texts for the learner."""

    def __init__(self, message: str, got: Any, expected: Any) -> None:
        super().__init__(message)
        self.got, self.expected = describe(got), describe(expected)


class Tolerance:
    """Relative and absolute tolerance; None takes what the dtype can carry."""

    def __init__(self, rtol: float | None = None, atol: float | None = None) -> None:
        self.rtol, self.atol = rtol, atol

    def of(self, dtype: np.dtype[Any]) -> tuple[float, float]:
        """(rtol, atol) for values of this dtype."""
        rtol = _RTOL.get(dtype, _DEFAULT_RTOL)
        return max(rtol, self.rtol) if self.rtol else rtol, rtol * 1e-2 if self.atol is None else self.atol


def close(got: Any, expected: Any, rtol: float | None = None, atol: float | None = None) -> None:
    """Asserts that `got` equals `expected` within tolerance; raises an AssertionError that says where they differ."""
    reason = difference(got, expected, Tolerance(rtol, atol))
    if reason:
        raise Mismatch(reason, got, expected)


def finite(value: Any) -> bool:
    """Whether every number in an array, or nested lists and tuples of them, is finite."""
    if isinstance(value, (list, tuple)):
        return all(finite(item) for item in value)
    return bool(np.isfinite(value).all())


def difference(got: Any, expected: Any, tolerance: Tolerance) -> str | None:
    """None where they agree, else one sentence that says how they differ."""
    if isinstance(expected, np.ndarray):
        return _array_difference(got, expected, tolerance)
    if isinstance(expected, (bool, np.bool_)):
        return None if isinstance(got, (bool, np.bool_)) and bool(got) == bool(expected) else _differ(got, expected)
    if isinstance(expected, (int, float, complex, np.number)):
        return _number_difference(got, expected, tolerance)
    if isinstance(expected, (list, tuple)):
        return _sequence_difference(got, expected, tolerance)
    if isinstance(expected, dict):
        return _dict_difference(got, expected, tolerance)
    if expected is None or isinstance(expected, (str, bytes, set, frozenset)):
        kind = type(expected)
        return None if type(got) is kind and got == expected else _differ(got, expected)
    raise TypeError(f"a {type(expected).__name__} cannot be compared")


def _differ(got: Any, expected: Any) -> str:
    return f"{describe(expected)} was expected, {describe(got)} came"


def _array_difference(got: Any, expected: np.ndarray, tolerance: Tolerance) -> str | None:
    if not isinstance(got, np.ndarray):
        return f"an array of shape {expected.shape} was expected, a {_kind(got)} came"
    if got.shape != expected.shape:
        return f"shape {expected.shape} was expected, {got.shape} came"
    if expected.dtype.kind in "fc" and got.dtype != expected.dtype and got.dtype.kind in "fciu":
        if got.dtype.kind not in "fc":
            return f"dtype {expected.dtype} was expected, {got.dtype} came"
    elif got.dtype.kind != expected.dtype.kind and {got.dtype.kind, expected.dtype.kind} != {"i", "u"}:
        return f"dtype {expected.dtype} was expected, {got.dtype} came"
    if expected.dtype.kind not in "fc":
        wrong = got != expected
    else:
        least = min((got.dtype, expected.dtype), key=lambda dtype: dtype.itemsize)
        rtol, atol = tolerance.of(least)
        wrong = ~np.isclose(got, expected, rtol=rtol, atol=atol, equal_nan=True)
    if not wrong.any():
        return None
    where = tuple(int(index) for index in np.argwhere(wrong)[0])
    place = f" at [{', '.join(map(str, where))}]" if where else ""
    count = f"; {int(wrong.sum())} of {wrong.size} values differ" if wrong.size > 1 else ""
    return f"{expected[where].item()!r} was expected{place}, {got[where].item()!r} came{count}"


def _number_difference(got: Any, expected: Any, tolerance: Tolerance) -> str | None:
    if isinstance(got, np.ndarray) and got.ndim == 0:
        got = got[()]
    if isinstance(got, (bool, np.bool_)) or not isinstance(got, (int, float, complex, np.number)):
        return f"a number was expected, a {_kind(got)} came"
    if isinstance(expected, (int, np.integer)):
        return None if isinstance(got, (int, np.integer)) and int(got) == int(expected) else _differ(got, expected)
    if isinstance(expected, (complex, np.complexfloating)) or isinstance(got, (complex, np.complexfloating)):
        return None if np.isclose(got, expected, rtol=1e-7) else _differ(got, expected)
    rtol, atol = tolerance.of(min(np.asarray(got).dtype, np.asarray(expected).dtype, key=lambda dtype: dtype.itemsize))
    a, b = float(got), float(expected)
    if math.isnan(b) or math.isinf(b):
        same = (math.isnan(a) and math.isnan(b)) or a == b
    else:
        same = abs(a - b) <= atol + rtol * abs(b)
    return None if same else _differ(got, expected)


def _sequence_difference(got: Any, expected: list[Any] | tuple[Any, ...], tolerance: Tolerance) -> str | None:
    if not isinstance(got, type(expected)):
        return f"a {type(expected).__name__} was expected, a {_kind(got)} came"
    if len(got) != len(expected):
        return f"{len(expected)} items were expected, {len(got)} came"
    for at, (one, other) in enumerate(zip(got, expected, strict=True)):
        reason = difference(one, other, tolerance)
        if reason:
            return f"item {at}: {reason}"
    return None


def _dict_difference(got: Any, expected: dict[Any, Any], tolerance: Tolerance) -> str | None:
    if not isinstance(got, dict):
        return f"a dict was expected, a {_kind(got)} came"
    if got.keys() != expected.keys():
        missing, extra = list(expected.keys() - got.keys())[:3], list(got.keys() - expected.keys())[:3]
        return f"keys differ: missing {missing}, not expected {extra}"
    for key, other in expected.items():
        reason = difference(got[key], other, tolerance)
        if reason:
            return f"key {describe(key)}: {reason}"
    return None


def _kind(value: Any) -> str:
    return f"{value.ndim}-d array" if isinstance(value, np.ndarray) else type(value).__name__
