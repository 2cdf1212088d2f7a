"""Our own files, compiled once a version: a checker serves many submissions of the same problem."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from types import CodeType


def compiled(path: Path) -> CodeType:
    """The code of a file as it is now; raises OSError, UnicodeDecodeError or SyntaxError."""
    found = path.stat()
    return _compiled(path, (found.st_mtime_ns, found.st_size, found.st_ino))


@lru_cache(maxsize=128)
def _compiled(path: Path, version: tuple[int, int, int]) -> CodeType:
    return compile(path.read_text(encoding="utf-8"), str(path), "exec", dont_inherit=True)
