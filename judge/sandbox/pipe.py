"""The solution's end of the pipe to the checker."""

from __future__ import annotations

import os
from typing import Any

from sandbox.frames import HEAD, Caps, pack, sizes, unpack

_CHUNK = 1 << 16


class Pipe:
    """Whole frames over a blocking descriptor."""

    def __init__(self, fd: int) -> None:
        self.fd = fd
        self._pending = bytearray()

    def send(self, header: dict[str, Any], buffers: list[Any]) -> None:
        pieces = pack(header, buffers)
        if sum(map(len, pieces)) < _CHUNK:
            pieces = [b"".join(pieces)]
        views = [memoryview(p).cast("B") for p in pieces if len(p)]
        while views:
            sent = os.writev(self.fd, views[:512])
            while views and sent >= len(views[0]):
                sent -= len(views.pop(0))
            if sent:
                views[0] = views[0][sent:]

    def receive(self, caps: Caps) -> tuple[dict[str, Any], list[memoryview]]:
        header, body = sizes(self._exactly(HEAD.size), caps)
        return unpack(self._exactly(header), memoryview(self._exactly(body)))

    def _exactly(self, size: int) -> bytes:
        pending = self._pending
        while len(pending) < size:
            data = os.read(self.fd, max(_CHUNK, min(size - len(pending), 1 << 22)))
            if not data:
                os._exit(0)  # the checker is gone: nobody waits for an answer
            pending += data
        with memoryview(pending) as view:
            data = bytes(view[:size])
        del pending[:size]
        return data
