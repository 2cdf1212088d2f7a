"""Values in few words, for a person who looks for the place where they differ."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import islice
from typing import Any

import numpy as np

MAX_TEXT = 400
_MAX_ITEMS, _MAX_ARRAY, _MAX_DEPTH = 12, 24, 4


def describe(value: Any, depth: int = 0) -> str:
    """A short text of a value; arrays come with shape and dtype, long containers are cut before they are written."""
    if isinstance(value, np.ndarray):
        return _describe_array(value)
    if isinstance(value, np.generic):
        return f"{value.item()!r} ({value.dtype})" if value.dtype.kind not in "SU" else shorten(repr(value.item()))
    if isinstance(value, (list, tuple, set, frozenset, dict)):
        return shorten("…" if depth >= _MAX_DEPTH else _describe_container(value, depth + 1))
    if isinstance(value, (str, bytes, bytearray)):
        return shorten(repr(value[: 2 * MAX_TEXT]))
    if isinstance(value, int) and value.bit_length() > 1000:
        return f"an integer of {value.bit_length()} bits"
    if isinstance(value, np.random.Generator):
        return "a random generator"
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(value, torch.Tensor):
        return _describe_tensor(value)
    if callable(value) and hasattr(value, "__name__"):
        return str(value.__name__)
    try:
        return shorten(repr(value))
    except Exception:
        return f"a {type(value).__name__}"


def _describe_tensor(value: Any) -> str:
    numbers = value.detach()
    numbers = numbers.float() if numbers.dtype.is_floating_point else numbers  # NumPy lacks some of the short ones
    requires = ", requires_grad" if value.requires_grad else ""
    head = f"tensor, shape {tuple(value.shape)}, {str(value.dtype).removeprefix('torch.')}{requires}"
    text = _describe_array(numbers.numpy(), head)
    grad = value.grad if value.is_leaf else None
    return text if grad is None else shorten(f"{text} with grad {describe(grad)}")


def _describe_array(value: np.ndarray, head: str = "") -> str:
    with np.printoptions(threshold=_MAX_ARRAY, edgeitems=3, precision=6, linewidth=100):
        text = np.array2string(value, separator=", ")
    head = head or f"array, shape {value.shape}, {value.dtype}"
    return shorten(f"{text}  ({head})" if value.size <= _MAX_ARRAY else f"{head}: {text}")


def _describe_container(value: Any, depth: int) -> str:
    if isinstance(value, dict):
        items: Iterable[str] = (f"{describe(key, depth)}: {describe(item, depth)}" for key, item in value.items())
    else:
        items = (describe(item, depth) for item in value)
    text = ", ".join(islice(items, _MAX_ITEMS))
    if len(value) > _MAX_ITEMS:
        text += f", … ({len(value)} items)"
    if isinstance(value, tuple):
        return f"({text}{',' if len(value) == 1 else ''})"
    if isinstance(value, list):
        return f"[{text}]"
    return f"{{{text}}}" if value or isinstance(value, dict) else "set()"


def describe_call(target: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    """`softmax([1.0, 2.0], axis=1)` in few words."""
    said = [describe(arg) for arg in args] + [f"{name}={describe(value)}" for name, value in kwargs.items()]
    return shorten(f"{target}({', '.join(said)})", 2 * MAX_TEXT)


def shorten(text: str, most: int = MAX_TEXT) -> str:
    """The text, its middle left out where it is longer than `most` characters, without control characters.

    A submission chooses much of what is said about it: it must not move the cursor of whoever reads it.
    """
    if len(text) > most:
        text = f"{text[: most - most // 4]} … {text[-(most // 4) :]}"
    return text if text.isprintable() else "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text)
