"""From text to statements: plain files whole, notebooks cell by cell where one does not parse."""

from __future__ import annotations

import ast
import re
import warnings

_FLAGS = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
_NO_TREE = (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError)
_KEEPS_PYTHON = re.compile(r"%%(time|timeit|capture|memit|prun)\b")
_MAGIC = re.compile(r"(\s*)(?:[%!?]|[\w.]+\?{1,2}\s*$)")
_ASSIGNED_MAGIC = re.compile(r"(\s*[\w, ]+=\s*)[%!].*")

warnings.simplefilter("ignore")  # an invalid escape in what is read is no news


class Parsed:
    """The statements of a source; ``failed`` names cells that do not parse, or is True for the whole file."""

    def __init__(self, body: list[ast.stmt], failed: list[int] | bool) -> None:
        self.body = body
        self.failed = failed


def parse(text: str, cells: list[int] | None) -> Parsed:
    """Parses a source; ``cells`` holds the first line of each cell of a notebook, from 1."""
    body = _statements(text)
    if body is not None:
        return Parsed(body, False)
    if cells is None:
        return Parsed([], True)
    lines = text.split("\n")
    pieces = [lines[start - 1 : end - 1] for start, end in zip(cells, [*cells[1:], len(lines) + 1], strict=True)]
    plain = [_without_magic(piece) for piece in pieces]
    body = _statements("\n".join(line for piece in plain for line in piece))
    if body is not None:
        return Parsed(body, False)
    return _cell_by_cell(plain, cells)


def _cell_by_cell(pieces: list[list[str]], starts: list[int]) -> Parsed:
    body: list[ast.stmt] = []
    failed: list[int] = []
    for number, (piece, start) in enumerate(zip(pieces, starts, strict=True), 1):
        found = _statements("\n" * (start - 1) + "\n".join(piece))
        if found is None:
            failed.append(number)
        else:
            body.extend(found)
    return Parsed(body, failed)


def _statements(text: str) -> list[ast.stmt] | None:
    try:
        tree = compile(text, "<source>", "exec", _FLAGS)
    except _NO_TREE:
        return None
    return tree.body  # type: ignore[attr-defined]


def _without_magic(lines: list[str]) -> list[str]:
    """A cell without the commands of IPython, line for line."""
    first = next((line.strip() for line in lines if line.strip()), "")
    if first.startswith("%%") and not _KEEPS_PYTHON.match(first):
        return [""] * len(lines)
    return [_plain(line) for line in lines]


def _plain(line: str) -> str:
    if assigned := _ASSIGNED_MAGIC.match(line):
        return f"{assigned[1]}None"
    if magic := _MAGIC.match(line):
        return f"{magic[1]}pass"
    return line
