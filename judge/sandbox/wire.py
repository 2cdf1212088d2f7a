"""Values over the pipe between checker and solution: a JSON header and raw buffers, never pickle.

The other end may send any bytes whatever, so decoding treats all of it as data: sizes are bounded before anything is
allocated, names come from closed lists, every failure is a `WireError`. See `frames` for how messages are cut.

In the header a JSON scalar is itself and an array is always `[tag, ...]`:

==========  =========================================  ==========  ==================================
tag         value                                      tag         value
==========  =========================================  ==========  ==================================
l t s f     list, tuple, set, frozenset                a n         NumPy array, NumPy scalar
d           dict as k, v, k, v ...                     g           NumPy Generator (PCG64 state)
L T         long list/tuple of float or int (buffer)   y ty        dtype, type (by name)
i           int beyond 64 bits, in hexadecimal         o           object array (to the solution only)
c b B       complex, bytes, bytearray                  q           torch tensor, its grad with it
r sl        range, slice                               R           random.Random
N           named tuple (fields, values)               h cb st     handle, callback, stream
==========  =========================================  ==========  ==================================
"""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sandbox.frames import WireError

MAX_DEPTH = 64
MAX_NODES = 4_000_000  # Python objects one frame may decode to
MAX_INT_DIGITS = 1 << 18  # hexadecimal
_HASH_CHUNK, _MAX_HASHING_S = 64, 2.0
_PACK_FROM = 8  # shorter lists are cheaper as JSON
_INT64 = range(-(1 << 63), 1 << 63)


class Encoder:
    """Turns values into header items and collects their buffers.

    Parameters
    ----------
    other : called with any object that has no value form; returns its tagged item or raises WireError
    layouts : keep strides and the read-only flag of arrays, and allow object arrays (towards the solution)
    """

    def __init__(self, other: Callable[[object], list[Any]], layouts: bool) -> None:
        self.other = other
        self.layouts = layouts
        self.buffers: list[Any] = []

    def buffer(self, data: Any) -> int:
        self.buffers.append(data)
        return len(self.buffers) - 1

    def value(self, x: object, depth: int = 0) -> Any:
        """Header item of any value."""
        write = _WRITERS.get(type(x))
        if write is not None:
            return write(self, x, depth)
        if depth > MAX_DEPTH:
            raise WireError(f"the value nests deeper than {MAX_DEPTH} levels")
        return wire_arrays.encode(self, x, depth) or self._subclass(x, depth)

    def _subclass(self, x: object, depth: int) -> Any:
        fields = getattr(type(x), "_fields", None)
        if isinstance(x, tuple) and type(fields) is tuple and len(fields) == len(x) and all(map(_is_field, fields)):
            return ["N", [str(name) for name in fields], *(self.value(v, depth + 1) for v in x)]
        for kind in (int, float, complex, str, bytes, tuple, list, dict, set, frozenset):
            if isinstance(x, kind):
                return _WRITERS[kind](self, kind(x), depth)
        return self.other(x)

    def items(self, tag: str, values: Iterable[object], depth: int) -> list[Any]:
        if depth > MAX_DEPTH:
            raise WireError(f"the value nests deeper than {MAX_DEPTH} levels")
        return [tag, *[self.value(v, depth + 1) for v in values]]


def _write_sequence(encoder: Encoder, x: list[Any] | tuple[Any, ...], depth: int) -> list[Any]:
    tag = "l" if type(x) is list else "t"
    if len(x) >= _PACK_FROM:
        kinds = set(map(type, x))
        if kinds == {float}:
            return [tag.upper(), "d", encoder.buffer(array("d", x))]
        if kinds == {int} and min(x) in _INT64 and max(x) in _INT64:
            return [tag.upper(), "q", encoder.buffer(array("q", x))]
    return encoder.items(tag, x, depth)


def _write_dict(encoder: Encoder, x: dict[Any, Any], depth: int) -> list[Any]:
    return encoder.items("d", (part for item in x.items() for part in item), depth)


_WRITERS: dict[type, Callable[[Encoder, Any, int], Any]] = {
    type(None): lambda e, x, d: None,
    bool: lambda e, x, d: x,
    str: lambda e, x, d: x,
    float: lambda e, x, d: x,
    int: lambda e, x, d: x if x in _INT64 else ["i", hex(x)],
    list: _write_sequence,
    tuple: _write_sequence,
    dict: _write_dict,
    set: lambda e, x, d: e.items("s", x, d),
    frozenset: lambda e, x, d: e.items("f", x, d),
    complex: lambda e, x, d: ["c", x.real, x.imag],
    bytes: lambda e, x, d: ["b", e.buffer(x)],
    bytearray: lambda e, x, d: ["B", e.buffer(bytes(x))],
    range: lambda e, x, d: ["r", *(e.value(v) for v in (x.start, x.stop, x.step))],
    slice: lambda e, x, d: ["sl", *(e.value(v, d + 1) for v in (x.start, x.stop, x.step))],
}


def _is_field(name: object) -> bool:
    """The rule of named tuples. A name with an underscore could be a protocol's: NumPy would follow it into memory."""
    return type(name) is str and name.isidentifier() and not name.startswith("_")


class Record(tuple):
    """A named tuple that came over the wire: compares as a tuple, its fields readable by name."""

    _fields: tuple[str, ...] = ()

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("_") and name in self._fields:
            return self[self._fields.index(name)]
        raise AttributeError(name)


class Decoder:
    """Turns header items back into values.

    Parameters
    ----------
    buffers : the frame's buffers
    objects : how to decode the tags of things that are not values ("h", "cb", "st")
    layouts : accept the forms that only travel towards the solution
    """

    def __init__(
        self, buffers: list[memoryview], objects: dict[str, Callable[[list[Any]], object]], layouts: bool
    ) -> None:
        self.buffers = buffers
        self.objects = objects
        self.layouts = layouts
        self.nodes = 0
        self.unread = sum(map(len, buffers))

    def value(self, item: Any) -> Any:
        """The value of a header item; raises WireError on anything malformed."""
        try:
            return self.read(item, 0)
        except WireError:
            raise
        except Exception as error:  # whatever the sender thought of: bad types, unhashable keys, overflow
            raise WireError(f"malformed value ({type(error).__name__})") from error

    def read(self, item: Any, depth: int) -> Any:
        if type(item) is not list:
            if type(item) is dict:
                raise WireError("malformed value")
            return item
        if depth > MAX_DEPTH + 2:
            raise WireError(f"the value nests deeper than {MAX_DEPTH} levels")
        self.count(len(item))
        tag = item[0]
        reader = _READERS.get(tag)
        if reader is not None:
            return reader(self, item, depth)
        if tag in self.objects:
            return self.objects[tag](item)
        return wire_arrays.decode(self, item, depth)

    def count(self, nodes: int) -> None:
        self.nodes += nodes
        if self.nodes > MAX_NODES:
            raise WireError(f"the value has more than {MAX_NODES} parts")

    def buffer(self, index: Any) -> memoryview:
        if type(index) is not int or not 0 <= index < len(self.buffers):
            raise WireError("no such buffer")
        data = self.buffers[index]
        self.unread -= len(data)  # each buffer is used once: naming one a thousand times must not copy it so often
        if self.unread < 0:
            raise WireError("a buffer is used twice")
        return data

    def rest(self, item: list[Any], depth: int) -> list[Any]:
        return [self.read(part, depth + 1) for part in item[1:]]


def _read_packed(decoder: Decoder, item: list[Any], depth: int) -> list[Any]:
    if item[1] not in ("d", "q"):
        raise WireError("malformed list")
    data = decoder.buffer(item[2])
    decoder.count(len(data) // 8)
    return data.cast(item[1]).tolist()


def _read_dict(decoder: Decoder, item: list[Any], depth: int) -> dict[Any, Any]:
    parts = decoder.rest(item, depth)
    if len(parts) % 2:
        raise WireError("malformed dict")
    found: dict[Any, Any] = {}
    for at in _slowly(len(parts) // 2):
        chunk = parts[2 * at : 2 * at + 2 * _HASH_CHUNK]
        found.update(zip(chunk[::2], chunk[1::2], strict=True))
    return found


def _read_set(decoder: Decoder, item: list[Any], depth: int) -> set[Any]:
    parts = decoder.rest(item, depth)
    found: set[Any] = set()
    for at in _slowly(len(parts)):
        found.update(parts[at : at + _HASH_CHUNK])
    return found


def _slowly(count: int) -> Iterator[int]:
    """Offsets of chunks of keys to hash, as long as that is quick: keys can be chosen so that all of them collide."""
    end = time.monotonic() + _MAX_HASHING_S
    for at in range(0, count, _HASH_CHUNK):
        yield at
        if time.monotonic() > end:
            raise WireError("the keys take too long to hash")


def _read_big(decoder: Decoder, item: list[Any], depth: int) -> int:
    if len(item[1]) > MAX_INT_DIGITS:
        raise WireError("an integer is too long")
    return int(item[1], 16)


def _read_complex(decoder: Decoder, item: list[Any], depth: int) -> complex:
    _, real, imag = item
    if type(real) is not float or type(imag) is not float:
        raise WireError("malformed complex number")
    return complex(real, imag)


def _read_range(decoder: Decoder, item: list[Any], depth: int) -> range:
    found = range(*decoder.rest(item, depth))
    # A range costs nothing to send; whoever compares it must not be made to walk 10**18 numbers.
    decoder.count(min(max(0, (found.stop - found.start) // found.step), MAX_NODES + 1))
    return found


def _read_record(decoder: Decoder, item: list[Any], depth: int) -> Record:
    fields = item[1]
    values = [decoder.read(part, depth + 1) for part in item[2:]]
    if type(fields) is not list or len(fields) != len(values) or not all(map(_is_field, fields)):
        raise WireError("malformed named tuple")
    found = Record(values)
    found._fields = tuple(fields)
    return found


_READERS: dict[Any, Callable[[Decoder, list[Any], int], Any]] = {
    "l": lambda d, item, depth: d.rest(item, depth),
    "t": lambda d, item, depth: tuple(d.rest(item, depth)),
    "s": _read_set,
    "f": lambda d, item, depth: frozenset(_read_set(d, item, depth)),
    "d": _read_dict,
    "L": _read_packed,
    "T": lambda d, item, depth: tuple(_read_packed(d, item, depth)),
    "i": _read_big,
    "c": _read_complex,
    "b": lambda d, item, depth: bytes(d.buffer(item[1])),
    "B": lambda d, item, depth: bytearray(d.buffer(item[1])),
    "r": _read_range,
    "sl": lambda d, item, depth: slice(*d.rest(item, depth)),
    "N": _read_record,
}

from sandbox import wire_arrays  # noqa: E402  (the two halves of one table)
