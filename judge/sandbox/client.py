"""The checker's side of a jailed submission: `Solution`.

Everything that arrives is data. Time and memory are measured here and by the zygote, from outside the jail.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Sequence
from typing import Any

from sandbox import channel
from sandbox.frames import WireError
from sandbox.link import Jailed, Link
from sandbox.outcome import (
    Forbidden,
    Handle,
    Limits,
    Measured,
    SandboxLost,
    SolutionDied,
    SolutionError,
    Stream,
    Usage,
)
from sandbox.wire import Decoder, Encoder

__all__ = [
    "Forbidden",
    "Handle",
    "Limits",
    "Measured",
    "SandboxLost",
    "Solution",
    "SolutionDied",
    "SolutionError",
    "Stream",
    "Usage",
    "WireError",
    "spawn",
]

Target = tuple[int | None, str]

_MAX_TEXT = 4000
# Transport by the child around a measured run is free up to this; more is work moved out of the run.
_TRANSPORT_S, _TRANSPORT_SHARE = 0.01, 2.0


def spawn(session: socket.socket, limits: Limits) -> Solution:
    """Asks the zygote at the other end of `session` for a fresh child; raises SandboxLost when it is gone."""
    try:
        channel.send(session, {"op": "spawn"})
        born, (pipe, output, *others) = channel.receive(session)
    except (EOFError, OSError) as error:
        raise SandboxLost("the zygote is gone") from error
    pidfd = others[0] if others else None
    pid = _pid_here(pidfd) if pidfd is not None else born["pid"]
    talk = socket.socket(fileno=pipe)
    link = Link(Jailed(session, born["id"], talk, output, pidfd, pid, born["base_rss"], born["watched"]), limits)
    link.greet()
    return Solution(link)


def _pid_here(pidfd: int) -> int:
    """The pid, in this process's namespace, of the process behind a pidfd."""
    with open(f"/proc/self/fdinfo/{pidfd}") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("Pid:"))


class Solution:
    """One jailed child serving one submission.

    Attributes
    ----------
    wrap : turns a `Handle` that arrived into what tests see; the harness may replace it. An object whose type has
        `holdout_handle` (a property giving the Handle) travels back as that handle.
    """

    def __init__(self, link: Link) -> None:
        self.limits = link.limits
        self.wrap: Callable[[Handle], Any] = lambda handle: handle
        self._link = link
        self._serial = 0
        self._dropped: list[int] = []
        self._asked: list[Any] = []  # callbacks and streams handed over, by index
        self._callback_error: Exception | None = None
        self._resident = 0

    # -- operations ----------------------------------------------------------------------------------------------

    def load(self, source: str, forbidden: Sequence[str], seed: int) -> None:
        """Executes the submission's source; raises SolutionError on syntax and import errors."""
        header = {"op": "load", "source": source, "forbidden": list(forbidden), "seed": seed}
        header["memory_mb"] = self.limits.memory_mb
        self._request(header, [], self.limits.call_time_s)

    def call(self, target: Target, args: tuple[Any, ...], kwargs: dict[str, Any], timeout_s: float) -> Any:
        """Calls a function of the module (None, name) or a method of a handle (id, name) and returns its value."""
        return self._call({"op": "call", "target": target}, args, kwargs, timeout_s)[0]

    def call_inout(
        self, target: Target, args: tuple[Any, ...], kwargs: dict[str, Any], timeout_s: float
    ) -> tuple[Any, tuple[Any, ...]]:
        """As `call`; also returns the arguments as they are after it."""
        return self._with_arguments({"op": "call", "target": target}, args, kwargs, timeout_s)

    def call_backward(
        self, target: Target, args: tuple[Any, ...], upstream: Any, timeout_s: float
    ) -> tuple[Any, tuple[Any, ...]]:
        """As `call_inout`, with autograd run back from the value: tensors among the arguments have their `grad`."""
        return self._with_arguments({"op": "call", "target": target, "upstream": upstream}, args, {}, timeout_s)

    def measure(self, target: Target, args: tuple[Any, ...], kwargs: dict[str, Any], timeout_s: float) -> Measured:
        """As `call`, measuring the call alone: arguments are sent before, the value is fetched after."""
        before, ours = self.cpu_seconds(), time.process_time()
        self._call({"op": "park"}, args, kwargs, timeout_s)
        self.reset_peak()
        start = self.cpu_seconds()
        kept = self._call({"op": "run", "target": target}, (), {}, timeout_s)[0]
        spent, peak = self.cpu_seconds() - start, self.peak_memory_bytes()
        handle = getattr(kept, "holdout_handle", kept)
        if not isinstance(handle, Handle):
            raise WireError("the result was not kept")
        value = self.call((handle.id, "__value__"), (), {}, timeout_s)
        aside = self.cpu_seconds() - before - spent
        # The child packs what we unpack, and the other way round: about as long as we need ourselves.
        allowed = _TRANSPORT_S + _TRANSPORT_SHARE * (time.process_time() - ours)
        return Measured(value, spent + max(0.0, aside - allowed), peak)

    def getattr(self, handle: int | None, name: str) -> Any:
        """The value of an attribute of the module (None) or of a handle."""
        message, buffers = self._request({"op": "getattr", "on": handle, "name": name}, [], self.limits.call_time_s)
        return self._decoder(buffers).value(message.get("v"))

    def names(self) -> list[str]:
        """Public names the module defines."""
        message, buffers = self._request({"op": "names"}, [], self.limits.call_time_s)
        found = self._decoder(buffers).value(message.get("v"))
        if type(found) is not list or not all(type(name) is str for name in found):
            raise WireError("the names are not a list of names")
        return found

    # -- measured from outside -----------------------------------------------------------------------------------

    def cpu_seconds(self) -> float:
        """CPU seconds of the child since it was handed over, all threads."""
        return self._link.cpu_seconds()

    def reset_peak(self) -> None:
        """Starts a new measurement of peak memory at what is resident now."""
        self._link.reset_peak()
        self._resident = self._link.status("VmRSS")

    def peak_memory_bytes(self) -> int:
        """Peak resident bytes above what was resident at the last `reset_peak`."""
        return max(0, self._link.status("VmHWM") - self._resident)

    def stdout(self) -> bytes:
        """What the solution printed so far, at most `output_bytes`."""
        return self._link.output()

    def close(self) -> Usage:
        """Ends the child and returns what it used; may be called more than once."""
        return self._link.close()

    # -- the conversation ----------------------------------------------------------------------------------------

    def _with_arguments(
        self, header: dict[str, Any], args: tuple[Any, ...], kwargs: dict[str, Any], timeout_s: float
    ) -> tuple[Any, tuple[Any, ...]]:
        value, after = self._call({**header, "echo": True}, args, kwargs, timeout_s)
        if type(after) is not tuple:
            raise WireError("the arguments did not come back")
        return value, after

    def _call(
        self, header: dict[str, Any], args: tuple[Any, ...], kwargs: dict[str, Any], timeout_s: float
    ) -> tuple[Any, Any]:
        encoder = Encoder(self._refer, layouts=True)
        header["args"], header["kwargs"] = encoder.value(tuple(args)), encoder.value(kwargs)
        if "upstream" in header:
            header["upstream"] = encoder.value(header["upstream"])
        message, buffers = self._request(header, encoder.buffers, timeout_s)
        decoder = self._decoder(buffers)
        return decoder.value(message.get("v")), decoder.value(message.get("after"))

    def _request(
        self, header: dict[str, Any], buffers: list[Any], timeout_s: float
    ) -> tuple[dict[str, Any], list[memoryview]]:
        deadline = time.monotonic() + timeout_s
        self._serial += 1
        serial = header["n"] = self._serial
        if self._dropped:
            header["drop"], self._dropped = self._dropped, []
        self._link.send(header, buffers, deadline)
        while True:
            message, found = self._link.receive(deadline)
            if "cb" not in message and "st" not in message:
                break
            self._answer(message, found, deadline)
        if message.get("n") != serial:
            raise WireError("the solution spoke out of turn")
        self._raise_reported(message)
        return message, found

    def _answer(self, message: dict[str, Any], buffers: list[memoryview], deadline: float) -> None:
        """Serves a callback or a stream in the middle of a call."""
        ident = message.get("cb", message.get("st"))
        if type(ident) is not int or not 0 <= ident < len(self._asked):
            raise WireError("no such callback")
        asked, encoder = self._asked[ident], Encoder(self._refer, layouts=True)
        if isinstance(asked, Stream) is not ("st" in message):
            raise WireError("no such callback")
        try:
            if isinstance(asked, Stream):
                items = asked.take()
                reply: dict[str, Any] = {"v": encoder.value(items)} if items else {"end": 1}
            else:
                decoder = self._decoder(buffers)
                args, kwargs = decoder.value(message.get("args")), decoder.value(message.get("kwargs"))
                reply = {"v": encoder.value(asked(*args, **kwargs))}
        except (WireError, SolutionDied, SolutionError, Forbidden):
            raise
        except Exception as error:
            self._callback_error = error
            encoder.buffers.clear()
            reply = {"x": [type(error).__name__, str(error)[:_MAX_TEXT]]}
        self._link.send(reply, encoder.buffers, deadline)

    def _decoder(self, buffers: list[memoryview]) -> Decoder:
        return Decoder(buffers, {"h": self._handle}, layouts=False)

    def _refer(self, x: object) -> list[Any]:
        """How something that is no value travels to the solution: as handle, stream or callback."""
        handle = x.holdout_handle if hasattr(type(x), "holdout_handle") else x
        if isinstance(handle, Handle):
            return ["h", handle.id]
        if isinstance(x, Stream):
            self._asked.append(x)
            return ["st", len(self._asked) - 1]
        if callable(x):
            self._asked.append(x)
            return ["cb", len(self._asked) - 1, str(getattr(x, "__name__", "callback"))]
        raise TypeError(f"a {type(x).__name__} cannot be handed to the solution")

    def _handle(self, item: list[Any]) -> Any:
        _, ident, type_name, special = item
        if type(ident) is not int or type(type_name) is not str or type(special) is not list:
            raise WireError("malformed handle")
        names = frozenset(name for name in special[:32] if type(name) is str)
        return self.wrap(Handle(ident, type_name[:100], names, self._release))

    def _release(self, ident: int) -> None:
        self._dropped.append(ident)

    def _raise_reported(self, message: dict[str, Any]) -> None:
        if "forbidden" in message:
            raise Forbidden(str(message["forbidden"])[:200])
        if "w" in message:
            raise WireError(str(message["w"])[:_MAX_TEXT])
        if "x" not in message:
            return
        try:
            kind, text, frames, from_callback = message["x"]
            found = [(int(line), str(function)[:200]) for line, function in frames[:50]]
            kind, text = str(kind)[:200], str(text)[:_MAX_TEXT]
        except (TypeError, ValueError, OverflowError) as error:
            raise WireError("malformed exception") from error
        if from_callback is True and self._callback_error is not None:
            raise self._callback_error
        if kind == "MemoryError":
            self._link.end("memory-limit", text or "out of memory")
        raise SolutionError(kind, text, found)
