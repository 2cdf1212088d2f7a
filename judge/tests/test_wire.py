"""Values survive the wire; nothing else gets through it."""

from __future__ import annotations

import json
import math
import random
import sys
import time
from typing import Any

import numpy as np
import pytest

from sandbox.frames import FROM_SOLUTION, HEAD, WireError, pack, sizes, unpack
from sandbox.wire import Decoder, Encoder


def refuse(x: object) -> list[Any]:
    raise WireError(type(x).__name__)


def carried(value: Any, *, to_solution: bool = True) -> Any:
    """The value as the other end sees it, through bytes."""
    encoder = Encoder(refuse, layouts=to_solution)
    item = encoder.value(value)
    data = b"".join(bytes(piece) for piece in pack({"v": item}, encoder.buffers))
    header, body = sizes(data[: HEAD.size], FROM_SOLUTION)
    assert len(data) == HEAD.size + header + body
    message, buffers = unpack(data[HEAD.size : HEAD.size + header], memoryview(data)[HEAD.size + header :])
    return Decoder(buffers, {}, layouts=to_solution).value(message["v"])


def same(a: Any, b: Any) -> bool:
    if isinstance(a, np.ndarray):
        return isinstance(b, np.ndarray) and a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
    if type(a) is not type(b):
        return False
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return list(a) == list(b) and all(same(a[key], b[key]) for key in a)
    if isinstance(a, (float, np.floating)):
        return (math.isnan(a) and math.isnan(b)) or (a == b and math.copysign(1, a) == math.copysign(1, b))
    return bool(a == b)


VALUES = [
    None, True, 0, -1, 2**63 - 1, -(2**63), 2**63, -(10**400), 1.5, -0.0, math.inf, -math.inf, math.nan, 5e-324,
    1 + 2j, "", "text", "é\u0000\ud800", b"", b"\x00\xff", bytearray(b"ab"), [], (), {}, set(), frozenset(),
    [1, 2.0, "a", None], list(range(100)), [float(n) for n in range(100)], tuple(range(50)), [True] * 20, [2**70] * 9,
    {"a": [1], 2: (3,), None: {4}, (1, 2): frozenset([1])}, [[1.0] * 10, [2.0] * 10], range(3, 30, 4), range(5, 0, -1),
    slice(None, 3, None), np.float32(1.5), np.int64(-7), np.bool_(True), np.complex64(1j), np.str_("é"),
    np.datetime64("2024-02-29T12:00", "s"), np.timedelta64(5, "ms"), np.dtype("float32"),
]  # fmt: skip
ARRAYS = [
    np.arange(12.0).reshape(3, 4), np.float16([1, np.nan, np.inf]), np.array(3), np.zeros((0, 5)), np.zeros((2, 0, 3), "i1"),
    np.array([True, False]), np.array(["a", "bcd", ""]), np.array([b"ab", b"c"]), np.arange(5, dtype=">i4"),
    np.array(["2024-01-01", "NaT"], "M8[D]"), np.arange(3, dtype="m8[ns]"), np.array([1 + 1j]), np.uint64([2**64 - 1]),
    np.arange(1 << 17),
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=lambda v: repr(v)[:30])
def test_a_value_arrives_unchanged_both_ways(value):
    assert same(value, carried(value))
    assert same(value, carried(value, to_solution=False))


@pytest.mark.parametrize("array", ARRAYS, ids=lambda a: f"{a.dtype}{a.shape}")
def test_an_array_arrives_unchanged_both_ways(array):
    assert same(array, carried(array))
    assert same(array, carried(array, to_solution=False))


GRID = np.arange(24.0).reshape(4, 6)
LAYOUTS = {
    "rows": GRID, "fortran": np.asfortranarray(GRID), "transposed": GRID.T, "every second": GRID[::2], "columns": GRID[:, ::3],
    "backwards": GRID[::-1, ::-1], "broadcast": np.broadcast_to(np.arange(3.0), (5, 3)), "cube": GRID.reshape(2, 3, 4).transpose(1, 0, 2),
    "odd cube": GRID.reshape(2, 3, 4).transpose(2, 0, 1)[::-1, :, ::2], "broadcast column": np.broadcast_to(GRID[:, :1], (4, 7)),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_layout_of_an_argument_reaches_the_solution(name):
    given = LAYOUTS[name]
    got = carried(given)
    assert np.array_equal(given, got)
    assert got.flags.c_contiguous == given.flags.c_contiguous
    assert got.flags.f_contiguous == given.flags.f_contiguous
    assert got.flags.writeable == given.flags.writeable
    assert np.array_equal(np.sign(got.strides), np.sign(given.strides))
    order = sorted(range(given.ndim), key=lambda axis: abs(given.strides[axis]))
    if 0 not in given.strides:
        assert order == sorted(range(given.ndim), key=lambda axis: abs(got.strides[axis]))


def test_arguments_are_the_solutions_own_to_write_to_unless_read_only():
    got = carried(np.zeros(3))
    got[0] = 1
    assert got.flags.owndata
    frozen = np.zeros(3)
    frozen.flags.writeable = False
    with pytest.raises(ValueError):
        carried(frozen)[0] = 1


def test_generators_go_on_with_the_same_numbers():
    rng = np.random.default_rng(5)
    rng.integers(10, dtype=np.uint32)  # leaves half a draw in the buffer
    there, plain = carried(rng), random.Random(3)
    assert np.array_equal(rng.integers(1 << 30, size=9), there.integers(1 << 30, size=9))
    arrived = carried(plain)
    assert [plain.random() for _ in range(3)] == [arrived.random() for _ in range(3)]


def test_types_and_object_arrays_travel_to_the_solution_only():
    assert carried(np.float32) is np.float32 and carried(int) is int
    mixed = np.array(["a", None, 2.5], dtype=object)
    assert carried(mixed).tolist() == ["a", None, 2.5]
    for value in (np.float32, mixed):
        with pytest.raises(WireError):
            carried(value, to_solution=False)


def test_a_named_tuple_keeps_its_fields():
    from collections import namedtuple

    got = carried(namedtuple("Fit", "slope intercept")(1.0, [2]))
    assert got == (1.0, [2]) and got.slope == 1.0 and got.intercept == [2]


def test_subclasses_arrive_as_the_plain_value():
    class Lying(np.ndarray):
        def __eq__(self, other):
            return True

    got = carried(np.zeros(3).view(Lying), to_solution=False)
    assert type(got) is np.ndarray
    assert type(carried(type("Word", (str,), {})("a"), to_solution=False)) is str


@pytest.mark.parametrize("value", [object(), np.array([object()]), np.zeros(2, "f4,i4"), np.longdouble(1), lambda: 1])
def test_what_has_no_form_is_refused(value):
    with pytest.raises(WireError):
        carried(value, to_solution=False)


def test_a_cycle_is_refused_not_followed():
    knot: list[Any] = []
    knot.append(knot)
    with pytest.raises(WireError, match="nests"):
        carried(knot)


# -- bytes an attacker would send ------------------------------------------------------------------------------------

U4, F8 = "<u4", "<f8"
MALFORMED = {
    "unknown tag": ["zz", 1], "empty": [], "object": {"a": 1}, "tag is a list": [[1], 2], "no such buffer": ["b", 7],
    "negative buffer": ["b", -1], "buffer by name": ["b", "0"], "object dtype": ["a", "|O", [2], 0, "C"],
    "void dtype": ["a", "|V8", [2], 0, "C"], "structured dtype": ["a", "f8,f8", [1], 0, "C"], "dtype code": ["a", "os.system", [1], 0, "C"],
    "zero itemsize": ["a", "|S0", [10**12], 1, "C"], "giant itemsize": ["a", "<U999999999", [0], 1, "C"], "shape too large": ["a", F8, [10**9], 0, "C"],
    "shape too small": ["a", F8, [1], 0, "C"], "negative shape": ["a", F8, [-2, -1], 0, "C"], "shape of floats": ["a", F8, [2.0], 0, "C"],
    "shape of booleans": ["a", "|b1", [True], 2, "C"], "empty but vast": ["a", F8, [0, 2**40], 1, "C"], "too many dimensions": ["a", F8, [1] * 40, 0, "C"],
    "surrogate beyond unicode": ["a", "<U1", [4], 3, "C"], "object array": ["o", [1], 1], "type": ["ty", "builtins", "eval"],
    "scalar of two": ["n", F8, "00" * 16], "scalar not hex": ["n", F8, "zz"], "scalar of objects": ["n", "|O", "00" * 8], "bad string scalar": ["n", "U", 5],
    "dict of odd length": ["d", 1], "unhashable key": ["d", ["l"], 1], "unhashable member": ["s", ["l"]], "huge range": ["r", 0, 10**18, 1],
    "range of step 0": ["r", 0, 1, 0], "range of lists": ["r", ["l"], 1, 1], "long integer": ["i", "f" * (1 << 19)], "integer of nothing": ["i", None],
    "complex of strings": ["c", "1", "2"], "packed objects": ["L", "O", 0], "packed ragged": ["L", "d", 2], "format string": ["g", "0", "0", 0, "%999999999d"],
    "generator of nothing": ["g", None, None, 0, 0], "random of too few": ["R", 3, 0, None], "named tuple": ["N", ["a"], 1, 2], "named by numbers": ["N", [1], 2],
    "protocol as a field": ["N", ["__array_interface__"], ["d"]], "hidden field": ["N", ["_x"], 1],
    "one buffer many times": ["l", *[["a", F8, [2], 0, "C"]] * 3],
    "torch without torch": ["q", ["a", F8, [2], 0, "C"], True, False, None], "handle": ["h", 1], "callback": ["cb", 0],
}  # fmt: skip


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed_values_are_wire_errors(name, monkeypatch):
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    buffers = [memoryview(bytes(16)), memoryview(b""), memoryview(b"\x02"), memoryview(b"\xff" * 16)]
    with pytest.raises(WireError):
        Decoder(buffers, {}, layouts=False).value(MALFORMED[name])


def test_deep_nesting_is_a_wire_error():
    item: Any = ["l"]
    for _ in range(200):
        item = ["l", item]
    with pytest.raises(WireError):
        Decoder([], {}, layouts=False).value(item)
    with pytest.raises(WireError):
        unpack(b"[" * (sys.getrecursionlimit() * 50), memoryview(b""))


def test_a_small_frame_cannot_grow_without_bound():
    packed = memoryview(bytes(8 * 5_000_000))
    with pytest.raises(WireError, match="parts"):
        Decoder([packed], {}, layouts=False).value(["l", *[["L", "d", 0]] * 100])


@pytest.mark.parametrize(
    "head", [b"\xff" * 12, HEAD.pack(FROM_SOLUTION.header + 1, 0), HEAD.pack(2, FROM_SOLUTION.body + 1)]
)
def test_announced_sizes_are_capped_before_anything_is_read(head):
    with pytest.raises(WireError):
        sizes(head, FROM_SOLUTION)


@pytest.mark.parametrize(
    "header",
    [b"", b"\xff\xfe", b"[]", b"3", b'{"b": 3}', b'{"b": [-1]}', b'{"b": [99]}', b'{"b": [1.5]}', b'{"b": [true]}'],
)
def test_malformed_headers_are_wire_errors(header):
    with pytest.raises(WireError):
        unpack(header, memoryview(bytes(16)))


def test_keys_chosen_to_collide_are_given_up_on():
    modulus = sys.hash_info.modulus
    item = ["s", *[["i", hex(modulus * n)] for n in range(4, 60_000)]]
    began = time.monotonic()
    with pytest.raises(WireError, match="hash"):
        Decoder([], {}, layouts=False).value(item)
    assert time.monotonic() - began < 20
    with pytest.raises(WireError):
        unpack(b'{"b": [' + b"0," * 300_000 + b"0]}", memoryview(b""))


def test_booleans_of_odd_bytes_are_made_true():
    got = Decoder([memoryview(b"\x02\x00\xff")], {}, layouts=False).value(["a", "|b1", [3], 0, "C"])
    assert got.tobytes() == b"\x01\x00\x01"


def test_random_bytes_never_raise_anything_else():
    rng = random.Random(1)
    words = [
        "a",
        "l",
        "d",
        "L",
        "n",
        "g",
        "N",
        "R",
        "i",
        "r",
        "s",
        F8,
        "|b1",
        0,
        1,
        -1,
        2.5,
        None,
        True,
        [],
        [0],
        {},
        "C",
        "F",
    ]
    for _ in range(20_000):
        item: Any = [rng.choice(words) for _ in range(rng.randrange(7))]
        for _ in range(rng.randrange(3)):
            item = [rng.choice("ltsfd"), item, rng.choice(words)]
        try:
            Decoder([memoryview(bytes(16)), memoryview(b"")], {}, layouts=False).value(json.loads(json.dumps(item)))
        except WireError:
            pass
