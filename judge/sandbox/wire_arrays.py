"""NumPy (and torch) values over the wire: a dtype allow-list, shapes checked against the bytes that came."""

from __future__ import annotations

import builtins
import math
import random
import re
import sys
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from sandbox.wire import Decoder, Encoder

_DTYPE = re.compile(
    r"[<>|](b1|i[1248]|u[1248]|f[248]|c8|c16|[SU][1-9]\d{0,5}|[mM]8(\[\d{0,4}(Y|M|W|D|h|m|s|ms|us|ns|ps|fs|as)\])?)"
)
_MAX_DIMS = 32
_MAX_EXTENT = 1 << 28  # product of the non-zero dimensions: an empty array must not be a seed for a huge product
_COPY_BELOW = 1 << 16
_UINT128 = 1 << 128


def encode(encoder: Encoder, x: object, depth: int) -> list[Any] | None:
    """Header item of a NumPy or torch value, or None when `x` is none."""
    if isinstance(x, np.ndarray):
        return _array(encoder, x.view(np.ndarray) if type(x) is not np.ndarray else x, depth)
    if isinstance(x, np.str_):
        return ["n", "U", str(x)]
    if isinstance(x, np.generic):
        return ["n", x.dtype.str, x.tobytes().hex()] if _DTYPE.fullmatch(x.dtype.str) else None
    if isinstance(x, np.dtype):
        return ["y", x.str] if _DTYPE.fullmatch(x.str) else None
    if isinstance(x, np.random.Generator):
        return _generator(x)
    if type(x) is random.Random:
        version, numbers, gauss = x.getstate()
        return ["R", version, encoder.buffer(np.array(numbers, "<u4").tobytes()), gauss]
    if encoder.layouts and isinstance(x, type):
        return _type_name(x)
    torch = sys.modules.get("torch")
    return _tensor(encoder, x, depth) if torch is not None and isinstance(x, torch.Tensor) else None


def _tensor(encoder: Encoder, x: Any, depth: int) -> list[Any] | None:
    """A tensor's numbers, whether it requires a gradient, and the gradient that it has; its graph stays behind."""
    torch = sys.modules["torch"]
    if x.layout is not torch.strided or x.device.type == "meta":
        return None
    short = x.dtype is torch.bfloat16  # NumPy has no such type: its bits travel
    plain = x.detach().cpu().resolve_conj().resolve_neg()
    try:
        item = encode(encoder, (plain.view(torch.int16) if short else plain).numpy(), depth)
    except TypeError:  # another type that NumPy lacks
        return None
    grad = x.grad if x.is_leaf else None
    return None if item is None else ["q", item, x.requires_grad, short, encoder.value(grad, depth + 1)]


def _type_name(x: type) -> list[Any] | None:
    for module in (builtins, np):
        if getattr(module, x.__name__, None) is x:
            return ["ty", module.__name__, x.__name__]
    return None


def _generator(x: np.random.Generator) -> list[Any] | None:
    state = x.bit_generator.state
    if state["bit_generator"] != "PCG64":
        return None
    inner = state["state"]
    return ["g", hex(inner["state"]), hex(inner["inc"]), int(state["has_uint32"]), int(state["uinteger"])]


def _array(encoder: Encoder, x: np.ndarray, depth: int) -> list[Any] | None:
    if x.dtype.hasobject and encoder.layouts and x.dtype == object:
        return ["o", list(x.shape), *[encoder.value(v, depth + 1) for v in x.ravel().tolist()]]
    if not _DTYPE.fullmatch(x.dtype.str):
        return None
    layout: Any = "C"
    data = x
    if not x.flags.c_contiguous:
        if x.flags.f_contiguous:
            layout, data = "F", x.T
        else:
            layout, data = _strides(x) if encoder.layouts else "C", np.ascontiguousarray(x)
    raw = data.tobytes() if data.nbytes < _COPY_BELOW else data.reshape(-1).view(np.uint8).data
    item = ["a", x.dtype.str, list(x.shape), encoder.buffer(raw), layout]
    if encoder.layouts and not x.flags.writeable:
        item.append("read-only")
    return item


def _strides(x: np.ndarray) -> list[int]:
    """Per axis its rank in memory order (1 = innermost), signed by its direction; 0 for a broadcast axis."""
    order = sorted(range(x.ndim), key=lambda axis: abs(x.strides[axis]))
    ranks = {axis: rank + 1 for rank, axis in enumerate(order)}
    return [0 if s == 0 else ranks[axis] * (-1 if s < 0 else 1) for axis, s in enumerate(x.strides)]


def decode(decoder: Decoder, item: list[Any], depth: int) -> Any:
    """The value of a NumPy or torch item; raises on anything malformed."""
    tag = item[0]
    if tag == "a":
        return _read_array(decoder, item)
    if tag == "n":
        return _read_scalar(item)
    if tag == "y":
        return _dtype(item[1])
    if tag == "g":
        return _read_generator(item)
    if tag == "R":
        return _read_random(decoder, item)
    if tag == "o" and decoder.layouts:
        values = np.empty(len(item) - 2, object)
        values[:] = [decoder.read(part, depth + 1) for part in item[2:]]
        return values.reshape(item[1])
    if tag == "ty" and decoder.layouts:
        return getattr(builtins if item[1] == "builtins" else np, item[2])
    if tag == "q" and "torch" in sys.modules:
        return _read_tensor(decoder, item, depth)
    raise ValueError("unknown tag")


def _read_tensor(decoder: Decoder, item: list[Any], depth: int) -> Any:
    torch = sys.modules["torch"]
    _, numbers, requires_grad, short, grad = item
    values = decode(decoder, numbers, depth)
    tensor = torch.from_numpy(values if values.flags.writeable else np.array(values))
    if short is True:
        tensor = tensor.view(torch.bfloat16)
    tensor.requires_grad_(requires_grad is True)
    tensor.grad = decoder.read(grad, depth + 1)  # refused by PyTorch where it does not fit
    return tensor


def _dtype(text: Any) -> np.dtype:
    if type(text) is not str or not _DTYPE.fullmatch(text):
        raise ValueError("dtype not allowed")
    return np.dtype(text)


def _read_array(decoder: Decoder, item: list[Any]) -> np.ndarray:
    dtype, shape, data, layout = _dtype(item[1]), item[2], decoder.buffer(item[3]), item[4]
    if type(shape) is not list or len(shape) > _MAX_DIMS or not all(type(n) is int and n >= 0 for n in shape):
        raise ValueError("malformed shape")
    if math.prod(shape) * dtype.itemsize != len(data) or math.prod(n for n in shape if n) > _MAX_EXTENT:
        raise ValueError("the shape does not fit the bytes")
    flat = _clean(np.frombuffer(data, dtype))
    if layout == "F":
        found = flat.reshape(shape[::-1]).T.copy(order="F")
    elif type(layout) is list and decoder.layouts:
        found = _with_strides(flat.reshape(shape), layout)
    else:
        found = flat.reshape(shape).copy()
    if len(item) > 5 and found.flags.writeable:
        found.flags.writeable = False
    return found


def _clean(flat: np.ndarray) -> np.ndarray:
    """Refuse or normalise bytes that no honest array of the dtype holds: they would compare oddly."""
    if flat.dtype.kind == "b":
        return flat.view(np.uint8) != 0
    if flat.dtype.kind == "U":
        points = flat.view(flat.dtype.byteorder.replace("=", "<").replace("|", "<") + "u4")
        if points.size and points.max() > sys.maxunicode:
            raise ValueError("not a character")
    return flat


def _with_strides(values: np.ndarray, ranks: list[int]) -> np.ndarray:
    """An array equal to `values` whose memory has gaps, transposed, reversed or broadcast axes as described."""
    if 0 in ranks:
        seed = values[tuple(slice(0, 1) if rank == 0 else slice(None) for rank in ranks)]
        inner = _with_strides(seed, [rank or 1000 + axis for axis, rank in enumerate(ranks)])
        return np.broadcast_to(inner, values.shape)
    order = sorted(range(values.ndim), key=lambda axis: -abs(ranks[axis]))
    base = np.zeros([values.shape[axis] * (2 if axis == order[-1] else 1) for axis in order], values.dtype)
    view = base[..., ::2].transpose(np.argsort(order))
    view = view[tuple(slice(None, None, -1 if rank < 0 else 1) for rank in ranks)]
    view[...] = values
    return view


def _read_scalar(item: list[Any]) -> np.generic:
    _, dtype, text = item
    if dtype == "U":
        return np.str_(text) if type(text) is str else _dtype(None)
    array = np.frombuffer(bytes.fromhex(text), _dtype(dtype))
    if array.size != 1:
        raise ValueError("not one scalar")
    return _clean(array)[0]


def _read_generator(item: list[Any]) -> np.random.Generator:
    _, state, inc, has_uint32, uinteger = item
    if type(has_uint32) is not int or type(uinteger) is not int:
        raise ValueError("malformed state")
    bits = np.random.PCG64(0)
    inner = {"state": int(state, 16) % _UINT128, "inc": int(inc, 16) % _UINT128}
    rest = {"has_uint32": int(bool(has_uint32)), "uinteger": uinteger % (1 << 32)}
    bits.state = {"bit_generator": "PCG64", "state": inner, **rest}
    return np.random.Generator(bits)


def _read_random(decoder: Decoder, item: list[Any]) -> random.Random:
    _, version, index, gauss = item
    numbers = np.frombuffer(decoder.buffer(index), "<u4")
    if version != 3 or numbers.size != 625 or not (gauss is None or type(gauss) is float):
        raise ValueError("malformed state")
    found = random.Random(0)
    found.setstate((3, tuple(numbers.tolist()), gauss))
    return found
