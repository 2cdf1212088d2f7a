"""Whatever bytes a solution sends, the checker's decoder answers with a plain value or a WireError, cheaply."""

from __future__ import annotations

import json
import random
import resource
import struct
import time
from typing import Any

import numpy as np
import pytest
from sandbox.frames import FROM_SOLUTION, sizes, unpack
from sandbox.wire import Decoder, WireError

_EIGHTS = bytes(48)
_PLAIN = (type(None), bool, int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice)


def _decode(header: Any, body: bytes = b"") -> Any:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    sizes(struct.pack("<IQ", len(text), len(body)), FROM_SOLUTION)
    message, buffers = unpack(text, memoryview(body))
    return Decoder(buffers, {"h": lambda item: ("handle", item[1])}, layouts=False).value(message.get("v"))


def _array(dtype: Any, shape: Any, layout: Any = "C") -> dict[str, Any]:
    return {"b": [48], "v": ["a", dtype, shape, 0, layout]}


_TEXTS = [
    b"[" * 100_000, b'{"a":' * 50_000, b'{"v":null', b"\xff\xfe", b"", b"null", b"[]", b"1", b'{"b":{}}', b'{"b":[-1]}',
    b'{"b":[1.5]}', b'{"b":[true]}', b'{"b":[99]}', b'{"b":"x"}', b'{"v":' + b"9" * 5000 + b"}",
]  # fmt: skip
_HEADERS = [
    *[_array("<f8", shape) for shape in ([-1], [-2, -3], [2**62, 4], [1.5, 4], [True, 6], None, "x", [0] * 99, [6, 0, 2**40])],
    *[_array(dtype, [6]) for dtype in ("O", "|O8", "V8", "|V8", "<f8,<f8", "{}", "(2,)f8", "p", "g", "<f16", "S0", "<U99999999")],
    *[_array(dtype, [6]) for dtype in (None, 5, ["<f8"], "M8[9999999999s]", "<M8[%s]", "datetime64", "c32", "<f8\n", "<f8\0")],
    {"b": [48], "v": ["a", "<f8", [6], -1, "C"]}, {"b": [48], "v": ["a", "<f8", [6], 1, "C"]}, {"v": ["a"]}, {"v": ["a", "<f8"]},
    {"b": [4], "v": ["a", "<U1", [1], 0, "C"]},
    *[{"v": ["n", dtype, text]} for dtype, text in (("<f8", "00"), ("<f8", "zz"), ("O", "00" * 8), ("U", 5), ("<f8", "00" * 16))],
    *[{"v": ["y", dtype]} for dtype in ("O", "V8", "i4,f8", 5, "<f8; import os")],
    {"v": ["ty", "builtins", "eval"]}, {"v": ["ty", "numpy", "load"]}, {"v": ["cb", 0, "x"]}, {"v": ["st", 0]}, {"v": ["o", [1], 1]},
    {"v": ["q", ["zz"], True]}, {"v": []}, {"v": [[]]}, {"v": [None]}, {"v": ["zz"]}, {"v": {}}, {"v": ["l", {}]}, {"v": [["l"]]},
    {"v": ["s", ["l"]]}, {"v": ["f", ["d"]]}, {"v": ["d", 1]}, {"v": ["d", ["l"], 1]}, {"v": ["i", "zz"]}, {"v": ["i", 5]},
    {"v": ["i", "f" * 300_000]}, {"v": ["c", 1, 2]}, {"v": ["c", "x", 1.0]}, {"v": ["r", 0, 10**18, 1]}, {"v": ["r", 0, 1, 0]},
    {"v": ["r", 0.5, 1, 1]}, {"v": ["b", 0]}, {"v": ["b", None]}, {"v": ["L", "P", 0], "b": [48]},
    {"v": ["L", "d", 0], "b": [7]}, {"v": ["N", ["a"], 1, 2]}, {"v": ["N", "a", 1]}, {"v": ["N", [1], 1]},
    *[{"v": ["N", [name], ["d", "shape", ["t"], "typestr", "|u1", "data", ["t", 4096, True], "version", 3]]}
      for name in ("__array_interface__", "__array_struct__", "__array__", "__class__", "_x", "", "a b")],
    {"v": ["g", "zz", "0", 0, 0]}, {"v": ["g", "0x1", "0x1", "x", 0]}, {"v": ["g"]}, {"v": ["R", 3, 0, None], "b": [48]},
    {"v": ["R", 2, 0, None], "b": [2500]}, {"v": ["R", 3, 0, "x"], "b": [2500]},
    {"v": ["l", *[["a", "|u1", [2000], 0, "C"]] * 100_000], "b": [2000]},
    {"v": ["l", *[["b", 0]] * 100_000], "b": [2500]}, {"v": ["l", *[["L", "d", 0]] * 100_000], "b": [2400]},
]  # fmt: skip


@pytest.mark.parametrize("text", _TEXTS, ids=range(len(_TEXTS)))
def test_a_malformed_header_is_refused(text: bytes) -> None:
    with pytest.raises(WireError):
        assert _decode(text) is not None


@pytest.mark.parametrize("header", _HEADERS, ids=range(len(_HEADERS)))
def test_a_malformed_value_is_refused(header: Any) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    body = bytes(max([48, *(n for n in header.get("b", ()) if isinstance(n, int))]))
    body = b"\xff" * 4 if header.get("b") == [4] else body
    with pytest.raises(WireError):
        _decode(header, body)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000


def test_announced_sizes_are_bounded() -> None:
    for header, body in ((0xFFFFFFFF, 0), (0, 1 << 63), (1 << 30, 1 << 40)):
        with pytest.raises(WireError):
            sizes(struct.pack("<IQ", header, body), FROM_SOLUTION)


def test_millions_of_buffers_are_refused() -> None:
    with pytest.raises(WireError):
        unpack(b'{"b":[' + b"0," * 3_000_000 + b"0]}", memoryview(b""))


@pytest.mark.parametrize("kind", ["s", "f", "d"])
def test_keys_that_collide_are_refused_soon(kind: str) -> None:
    keys = [["c", float(2**50 - 1000003 * i), float(i)] for i in range(1, 30_000)]
    items = keys if kind != "d" else [part for key in keys for part in (key, 1)]
    begun = time.process_time()
    with pytest.raises(WireError):
        _decode({"v": [kind, *items]})
    assert time.process_time() - begun < 4


def test_honest_sets_of_many_kinds_pass() -> None:
    assert len(_decode({"v": ["s", *range(50_000)]})) == 50_000
    assert len(_decode({"v": ["d", *[p for i in range(5_000) for p in (["t", i, str(i)], 0.5)]]})) == 5_000
    assert _decode({"v": ["s", ["c", 1.0, 2.0], ["f", 1], ["t", 1, "a"], None]}) == {
        1 + 2j,
        frozenset({1}),
        (1, "a"),
        None,
    }


def _mutate(rng: random.Random, item: Any) -> Any:
    """The item with one of its parts replaced, dropped, doubled or nested."""
    if not isinstance(item, list) or not item or rng.random() < 0.2:
        strange = [
            None,
            -1,
            0,
            2**70,
            1.5,
            float("nan"),
            "x",
            "",
            "<f8",
            [],
            ["l"],
            {},
            True,
            ["h", 1, "x", []],
            [item, item],
        ]
        return rng.choice(strange)
    at = rng.randrange(len(item))
    how = rng.randrange(4)
    if how == 0:
        return item[:at] + item[at + 1 :]
    if how == 1:
        return item[:at] + [item[at]] * 2 + item[at + 1 :]
    return item[:at] + [_mutate(rng, item[at])] + item[at + 1 :]


def test_random_damage_never_gets_past_the_decoder() -> None:
    rng = random.Random(0)
    seeds = [header["v"] for header in _HEADERS if isinstance(header.get("v"), list) and len(str(header)) < 2000]
    for _ in range(6000):
        header = {"b": [rng.choice([0, 7, 8, 48, 2500]) for _ in range(2)], "v": rng.choice(seeds)}
        for _ in range(rng.randrange(1, 4)):
            header["v"] = _mutate(rng, header["v"])
        try:
            found = _decode(header, bytes(5200))
        except WireError:
            continue
        assert isinstance(found, (*_PLAIN, np.ndarray, np.generic, np.dtype, np.random.Generator, random.Random)), (
            header
        )
