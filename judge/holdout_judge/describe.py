"""Values in few words, for a person who looks for the place where they differ."""

from __future__ import annotations

from typing import Any

import numpy as np

MAX_TEXT = 400


def describe(value: Any) -> str:
    """A short text of a value; arrays come with shape and dtype when they do not fit on a line."""
    if isinstance(value, np.ndarray):
        with np.printoptions(threshold=24, edgeitems=3, precision=6, linewidth=100):
            text = np.array2string(value, separator=", ")
        head = f"array, shape {value.shape}, {value.dtype}"
        return shorten(f"{text}  ({head})" if value.size <= 24 else f"{head}: {text}")
    if isinstance(value, tuple):
        return shorten(f"({', '.join(map(describe, value))}{',' if len(value) == 1 else ''})")
    if isinstance(value, list) and any(isinstance(item, np.ndarray) for item in value[:5]):
        return shorten(f"[{', '.join(map(describe, value[:5]))}{', …' if len(value) > 5 else ''}]")
    if isinstance(value, np.generic):
        return f"{value.item()!r} ({value.dtype})"
    if isinstance(value, np.random.Generator):
        return "a random generator"
    try:
        return shorten(repr(value))
    except Exception:
        return f"a {type(value).__name__}"


def describe_call(target: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    """`softmax([1.0, 2.0], axis=1)` in few words."""
    said = [describe(arg) for arg in args] + [f"{name}={describe(value)}" for name, value in kwargs.items()]
    return shorten(f"{target}({', '.join(said)})", 2 * MAX_TEXT)


def shorten(text: str, most: int = MAX_TEXT) -> str:
    """The text, its middle left out where it is longer than `most` characters."""
    if len(text) <= most:
        return text
    return f"{text[: most - most // 4]} … {text[-(most // 4) :]}"
