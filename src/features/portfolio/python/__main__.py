"""Reads Python as text and says what an interviewer would ask about. Nothing that is read is imported or run.

Standard input holds one frame a source: a line of JSON ``{"path", "bytes", "cells"}`` and that many bytes of UTF-8.
Standard output has one line of JSON a source, in the same order, flushed at once: whoever reads it knows which source
brought the process down. An empty line comes first: the interpreter is up.
"""

from __future__ import annotations

import gc
import json
import sys
from contextlib import suppress

from reader.read_source import read_source

_MEMORY_BYTES = 1 << 30
_FRAMES = sys.stdin.buffer
_ANSWERS = sys.stdout.buffer


def limit(cpu_seconds: int) -> None:
    """Bounds memory and processor time, where the system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    limit(int(sys.argv[1]))
    gc.disable()  # trees have no cycles worth collecting, and collecting takes a fifth of the time
    _ANSWERS.write(b"\n")
    _ANSWERS.flush()
    while header := _FRAMES.readline():
        frame = json.loads(header)
        text = _FRAMES.read(frame["bytes"]).decode("utf-8", "replace")
        answer = json.dumps(read_source(frame["path"], text, frame["cells"]), separators=(",", ":"))
        _ANSWERS.write(answer.encode("ascii") + b"\n")
        _ANSWERS.flush()


if __name__ == "__main__":
    main()
