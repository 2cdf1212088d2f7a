"""Strict comparison of what a solution returned with what is expected.

Shape, kind of number and kind of container count; a scalar never stands for an array; NaN equals NaN only where NaN is
expected. Tolerances come from the dtype unless they are given.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from holdout_judge.describe import describe
from holdout_judge.failure import UNEXPECTED, Failure

_BFLOAT16_RTOL = 3e-2
_RTOL = {np.dtype(np.float16): 1e-2, np.dtype(np.float32): 1e-4, np.dtype(np.complex64): 1e-4}
_DEFAULT_RTOL = 1e-7
_TYPE = "The answer is of another type than asked."
_SHAPE = "The answer has another shape than asked."
_DTYPE = "The answer has another dtype than asked."
_NOT_FINITE = "The answer is NaN or infinite where a number is asked."
_MOST_MATCHED = 200
_SCALARS = (int, float, complex, np.number)


class Difference(NamedTuple):
    """How two values differ, for a visible test; `public` is what a hidden one may say."""

    text: str
    public: str


class Tolerance:
    """Relative and absolute tolerance; None takes what the expected dtype can carry."""

    def __init__(self, rtol: float | None = None, atol: float | None = None) -> None:
        self.rtol, self.atol = rtol, atol

    def of(self, dtype: np.dtype[Any]) -> tuple[float, float]:
        """(rtol, atol) for values of this dtype; a given rtol is never below what a short dtype can carry."""
        least = _RTOL.get(dtype, 0.0)
        default = least or _DEFAULT_RTOL
        rtol = default if self.rtol is None else max(least, self.rtol)
        return rtol, default * 1e-2 if self.atol is None else self.atol


def close(got: Any, expected: Any, rtol: float | None = None, atol: float | None = None) -> None:
    """Asserts that `got` equals `expected` within tolerance, strictly; the failure says where they differ first."""
    check(got, expected, Tolerance(rtol, atol))


def check(got: Any, expected: Any, tolerance: Tolerance, *, order_free: bool = False, where: str = "") -> None:
    """As `close`; `order_free` matches the items (rows) of `expected` in any order."""
    found = (order_free_difference if order_free else difference)(got, expected, tolerance)
    if found:
        raise Failure(where + found.text, found.public, describe(got), describe(expected))


def finite(value: Any) -> bool:
    """Whether every number in an array or tensor, or nested lists, tuples and dicts of them, is finite."""
    if isinstance(value, dict):
        return all(map(finite, value.values()))
    if isinstance(value, (list, tuple)):
        return all(map(finite, value))
    if is_tensor(value):
        return bool(value.detach().isfinite().all())
    return bool(np.isfinite(value).all())


def is_tensor(value: Any) -> bool:
    """Whether it is a PyTorch tensor; PyTorch is not imported for it."""
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(value, torch.Tensor)


def numbers_of(tensor: Any) -> np.ndarray:
    """A tensor's numbers; those of a type that NumPy lacks as float32."""
    plain = tensor.detach()
    return (plain.float() if plain.dtype is sys.modules["torch"].bfloat16 else plain).numpy()


def difference(got: Any, expected: Any, tolerance: Tolerance) -> Difference | None:
    """None where they agree, else how they differ."""
    if isinstance(expected, np.ndarray):
        return _array_difference(got, expected, tolerance)
    if isinstance(expected, (bool, np.bool_)):
        same = isinstance(got, (bool, np.bool_)) and bool(got) == bool(expected)
        return None if same else _differ(got, expected)
    if isinstance(expected, _SCALARS):
        return _number_difference(got, expected, tolerance)
    if isinstance(expected, (list, tuple)):
        return _sequence_difference(got, expected, tolerance)
    if isinstance(expected, dict):
        return _dict_difference(got, expected, tolerance)
    for kind in (str, bytes, set, frozenset, range, slice, type(None)):
        if isinstance(expected, kind):
            return None if isinstance(got, kind) and got == expected else _differ(got, expected)
    if is_tensor(expected):
        return _tensor_difference(got, expected, tolerance)
    raise TypeError(f"a {type(expected).__name__} cannot be compared: use `state`, or `property` with asserts")


def order_free_difference(got: Any, expected: Any, tolerance: Tolerance) -> Difference | None:
    """As `difference`, the items of a list, or the rows of an array, in any order."""
    if isinstance(expected, (list, tuple)):
        alike = isinstance(got, list if isinstance(expected, list) else tuple) and len(got) == len(expected)
    else:
        alike = isinstance(expected, np.ndarray) and isinstance(got, np.ndarray) and got.shape == expected.shape
    if not alike or (isinstance(expected, np.ndarray) and expected.ndim == 0):
        return difference(got, expected, tolerance)
    return difference(*_reordered(list(got), list(expected), tolerance), tolerance)


def _reordered(got: list[Any], expected: list[Any], tolerance: Tolerance) -> tuple[list[Any], list[Any]]:
    """Both in an order that brings equal items together; many items are sorted, few are matched one by one."""
    if len(expected) > _MOST_MATCHED:
        return sorted(got, key=_sort_key), sorted(expected, key=_sort_key)
    left, matched, lonely = list(got), [], []
    for item in expected:
        at = next((at for at, other in enumerate(left) if difference(other, item, tolerance) is None), None)
        if at is None:
            lonely.append(item)
        else:
            matched.append((left.pop(at), item))
    return [one for one, _ in matched] + left, [other for _, other in matched] + lonely


def _sort_key(item: Any) -> Any:
    parts = np.ravel(item).tolist() if isinstance(item, (np.ndarray, np.generic)) else item
    parts = parts if isinstance(parts, (list, tuple)) else [parts]
    return [(0, part, "") if isinstance(part, (int, float)) else (1, 0, repr(part)) for part in parts]


def _differ(got: Any, expected: Any) -> Difference:
    same_type = type(got) is type(expected) or (isinstance(got, _SCALARS) and isinstance(expected, _SCALARS))
    return Difference(f"{describe(expected)} was expected, {describe(got)} came", UNEXPECTED if same_type else _TYPE)


def _array_difference(got: Any, expected: np.ndarray, tolerance: Tolerance) -> Difference | None:
    if not isinstance(got, np.ndarray):
        return Difference(f"an array of shape {expected.shape} was expected, a {_kind(got)} came", _TYPE)
    if got.shape != expected.shape:
        return Difference(f"shape {expected.shape} was expected, {got.shape} came", _SHAPE)
    if not _kinds_agree(got.dtype, expected.dtype):
        return Difference(f"dtype {expected.dtype} was expected, {got.dtype} came", _DTYPE)
    if expected.dtype.kind in "fc":
        rtol, atol = tolerance.of(expected.dtype)
        with np.errstate(all="ignore"):
            wrong = ~np.isclose(got, expected, rtol=rtol, atol=atol, equal_nan=True)
    else:
        wrong = np.asarray(got != expected)
        if expected.dtype.kind in "mM":
            wrong &= ~(np.isnat(got) & np.isnat(expected))
    return _first_wrong(got, expected, wrong) if wrong.any() else None


def _first_wrong(got: np.ndarray, expected: np.ndarray, wrong: np.ndarray) -> Difference:
    where = tuple(int(index) for index in np.argwhere(wrong)[0])
    place = f" at [{', '.join(map(str, where))}]" if where else ""
    count = f"; {int(wrong.sum())} of {wrong.size} values differ" if wrong.size > 1 else ""
    text = f"{expected[where].item()!r} was expected{place}, {got[where].item()!r} came{count}"
    lost = expected.dtype.kind in "fc" and bool((np.isfinite(expected) & ~np.isfinite(got)).any())
    return Difference(text, _NOT_FINITE if lost else UNEXPECTED)


def _kinds_agree(got: np.dtype[Any], expected: np.dtype[Any]) -> bool:
    """Whether a dtype may stand for another: the same kind, signed or not, and no fewer digits than are expected."""
    if expected.kind in "fc":
        return got.kind == expected.kind and got.itemsize >= expected.itemsize
    return got.kind == expected.kind or {got.kind, expected.kind} == {"i", "u"}


def _number_difference(got: Any, expected: Any, tolerance: Tolerance) -> Difference | None:
    if isinstance(got, np.ndarray) and got.ndim == 0:
        got = got[()]
    if isinstance(got, (bool, np.bool_)) or not isinstance(got, _SCALARS):
        return Difference(f"a number was expected, a {_kind(got)} came", _TYPE)
    if isinstance(expected, (int, np.integer)):
        return None if isinstance(got, (int, np.integer)) and int(got) == int(expected) else _differ(got, expected)
    if isinstance(got, (complex, np.complexfloating)) and not isinstance(expected, (complex, np.complexfloating)):
        return Difference(f"a real number was expected, {describe(got)} came", _TYPE)
    rtol, atol = tolerance.of(np.asarray(expected).dtype)
    a, b = complex(got), complex(expected)
    if math.isfinite(abs(b)):
        same = abs(a - b) <= atol + rtol * abs(b)
    else:
        same = all(x == y or (math.isnan(x) and math.isnan(y)) for x, y in ((a.real, b.real), (a.imag, b.imag)))
    if same:
        return None
    lost = math.isfinite(abs(b)) and not math.isfinite(abs(a))
    return Difference(_differ(got, expected).text, _NOT_FINITE if lost else UNEXPECTED)


def _sequence_difference(got: Any, expected: Sequence[Any], tolerance: Tolerance) -> Difference | None:
    kind = list if isinstance(expected, list) else tuple
    if not isinstance(got, kind):
        return Difference(f"a {kind.__name__} was expected, a {_kind(got)} came", _TYPE)
    if len(got) != len(expected):
        return Difference(f"{len(expected)} items were expected, {len(got)} came", _SHAPE)
    for at, (one, other) in enumerate(zip(got, expected, strict=True)):
        found = difference(one, other, tolerance)
        if found:
            return Difference(f"item {at}: {found.text}", found.public)
    return None


def _dict_difference(got: Any, expected: dict[Any, Any], tolerance: Tolerance) -> Difference | None:
    if not isinstance(got, dict):
        return Difference(f"a dict was expected, a {_kind(got)} came", _TYPE)
    if got.keys() != expected.keys():
        missing = describe([key for key in expected if key not in got][:3])
        extra = describe([key for key in got if key not in expected][:3])
        return Difference(
            f"keys differ: missing {missing}, not expected {extra}", "The keys are not the expected ones."
        )
    for key, other in expected.items():
        found = difference(got[key], other, tolerance)
        if found:
            return Difference(f"key {describe(key)}: {found.text}", found.public)
    return None


def _tensor_difference(got: Any, expected: Any, tolerance: Tolerance) -> Difference | None:
    """As for arrays, but a wider float will not do: the next layer of a model refuses it."""
    if not is_tensor(got):
        return Difference(f"a tensor of shape {tuple(expected.shape)} was expected, a {_kind(got)} came", _TYPE)
    if got.shape == expected.shape and got.is_floating_point() and got.dtype != expected.dtype:
        return Difference(f"dtype {expected.dtype} was expected, {got.dtype} came", _DTYPE)
    if expected.dtype is sys.modules["torch"].bfloat16:
        tolerance = Tolerance(max(tolerance.rtol or 0.0, _BFLOAT16_RTOL), tolerance.atol)
    return _array_difference(numbers_of(got), numbers_of(expected), tolerance)


def _kind(value: Any) -> str:
    handle = getattr(value, "holdout_handle", None)
    if handle is not None:  # what stayed inside the solution: an instance, an array of objects
        return f"{handle.type_name} object"
    return f"{value.ndim}-d array" if isinstance(value, np.ndarray) else type(value).__name__
