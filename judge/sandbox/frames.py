"""Messages on the pipe between checker and solution, before anybody asks what they mean.

A frame is `<u32 header bytes><u64 body bytes><header JSON><body>`. The body holds the buffers one after another, each
padded to 16 bytes; the header's "b" lists their lengths.
"""

from __future__ import annotations

import json
import struct
from typing import Any, NamedTuple

HEAD = struct.Struct("<IQ")
_PAD = 16
_MAX_BUFFERS = 1 << 18


class WireError(Exception):
    """What came over the pipe is not something we accept; on the checker's side that is a wrong answer."""


class Caps(NamedTuple):
    """Largest header and body accepted, in bytes."""

    header: int
    body: int


FROM_SOLUTION = Caps(header=16 << 20, body=64 << 20)
TO_SOLUTION = Caps(header=64 << 20, body=1 << 30)


def pack(header: dict[str, Any], buffers: list[Any]) -> list[Any]:
    """The pieces of one frame, ready for `writev`.

    Parameters
    ----------
    header : JSON-able; "b" is set here
    buffers : contiguous byte buffers
    """
    if buffers:
        header["b"] = [memoryview(b).nbytes for b in buffers]
    text = json.dumps(header, separators=(",", ":")).encode()
    pieces: list[Any] = [b"", text]
    total = 0
    for size, piece in zip(header.get("b", ()), buffers, strict=True):
        pieces.append(piece)
        total += size
        if size % _PAD:
            pieces.append(bytes(_PAD - size % _PAD))
            total += _PAD - size % _PAD
    pieces[0] = HEAD.pack(len(text), total)
    return pieces


def sizes(head: bytes, caps: Caps) -> tuple[int, int]:
    """Header and body length announced by the first 12 bytes of a frame, refused when beyond the caps."""
    header, body = HEAD.unpack(head)
    if header > caps.header or body > caps.body:
        raise WireError(f"a message of {header + body} bytes is more than the pipe carries")
    return header, body


def unpack(text: bytes | memoryview, body: memoryview) -> tuple[dict[str, Any], list[memoryview]]:
    """Header and buffers of one frame; raises WireError on anything malformed."""
    try:
        header = json.loads(bytes(text))
    except (ValueError, RecursionError) as error:
        raise WireError("the message is not JSON") from error
    if type(header) is not dict:
        raise WireError("the message is not a JSON object")
    lengths = header.get("b", [])
    if type(lengths) is not list or len(lengths) > _MAX_BUFFERS:
        raise WireError("the message has no list of buffers")
    buffers, at = [], 0
    for size in lengths:
        if type(size) is not int or size < 0 or size > len(body) - at:
            raise WireError("a buffer reaches beyond the message")
        buffers.append(body[at : at + size])
        at += size + -size % _PAD
    return header, buffers
