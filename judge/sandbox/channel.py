"""Messages with descriptors between trusted processes: supervisor, checker and zygote. Never reachable by a child."""

from __future__ import annotations

import json
import socket
import struct
from typing import Any

_SIZE = struct.Struct("<I")
_MAX_FDS = 4


def send(sock: socket.socket, message: dict[str, Any], fds: tuple[int, ...] = ()) -> None:
    """Sends one message; the descriptors travel with its first byte."""
    text = json.dumps(message).encode()
    data = _SIZE.pack(len(text)) + text
    if fds:
        sent = socket.send_fds(sock, [data], list(fds))
        data = data[sent:]
    if data:
        sock.sendall(data)


def receive(sock: socket.socket) -> tuple[dict[str, Any], list[int]]:
    """The next message and its descriptors; raises EOFError when the other end is gone."""
    try:
        head, fds, _, _ = socket.recv_fds(sock, _SIZE.size, _MAX_FDS)
        while len(head) < _SIZE.size:
            head += _some(sock, _SIZE.size - len(head))
        (size,) = _SIZE.unpack(head)
        text = b""
        while len(text) < size:
            text += _some(sock, size - len(text))
    except ConnectionError as error:
        raise EOFError from error
    return json.loads(text), fds


def _some(sock: socket.socket, size: int) -> bytes:
    data = sock.recv(size)
    if not data:
        raise EOFError
    return data
