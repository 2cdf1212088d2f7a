"""Serves one submission inside the jail: loads its source, then answers calls over the pipe until it closes.

Nothing here is trusted by the checker: the submission shares this process and may rewrite all of it. The checker
measures time and memory from outside and treats every byte it reads as data.

Requests (header keys): op, n (echoed), target, args, kwargs. Replies: n and one of
"v" (value), "x" (exception: type, message, frames, is-a-callback's), "forbidden" (name), "w" (not sendable).
During a call the child may itself ask: "cb" (call a checker's function) or "st" (next items of a stream).
"""

from __future__ import annotations

import builtins
import contextlib
import linecache
import os
import sys
import threading
import types
from collections.abc import Callable, Iterator
from typing import Any

from sandbox import runtime_forbid
from sandbox.frames import TO_SOLUTION, WireError
from sandbox.pipe import Pipe
from sandbox.wire import Decoder, Encoder

FILE = "solution.py"
MODULE = "solution"
_MAX_TEXT = 2000
_MAX_FRAMES = 20
_OUT_OF_MEMORY = "DefaultCPUAllocator: can't allocate memory"  # PyTorch's, a RuntimeError
_SPECIAL = ("__call__", "__iter__", "__next__", "__len__", "__getitem__", "__contains__", "__enter__")


class Callback:
    """A function of the checker's, called over the pipe."""

    def __init__(self, server: Server, ident: int, name: str) -> None:
        self._server, self._ident = server, ident
        self.__name__ = self.__qualname__ = name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._server.ask({"cb": self._ident}, args, kwargs)


class StreamEnd(Exception):
    """Raised inside `ask` when a stream of the checker's has no more items."""


def _stream(server: Server, ident: int) -> Iterator[Any]:
    while True:
        try:
            yield from server.ask({"st": ident}, (), {})
        except StreamEnd:
            return


class CallbackError(Exception):
    """A callback failed with an exception that has no builtin counterpart."""


class Server:
    """The conversation with the checker."""

    def __init__(self, pipe: Pipe, limit_memory: Callable[[int], None]) -> None:
        self.pipe, self.limit_memory = pipe, limit_memory
        self.lock = threading.RLock()  # a solution's own threads may use callbacks
        self.handles: dict[int, Any] = {}
        self.parked: dict[int, tuple[tuple[Any, ...], dict[str, Any]]] = {}
        self.next_handle = 1
        self.module = types.ModuleType(MODULE)
        self.callback_errors: set[int] = set()
        self.serial = 0
        self.hidden = False  # only where a real submission comes: rehearsals go on using our modules
        self.operations = {
            "load": self.load,
            "call": self.call,
            "park": self.park,
            "run": self.run,
            "getattr": lambda m: getattr(self.resolve(m["on"]), m["name"]),
            "names": self.names,
        }

    # -- messages ------------------------------------------------------------------------------------------------

    def serve(self) -> None:
        """Answers requests for ever; the process ends when the checker closes the pipe."""
        while True:
            # Around a measured run no time must be spent on waiting.
            self.answer(*self.pipe.receive(TO_SOLUTION, spin=not self.parked))

    def answer(self, message: dict[str, Any], buffers: list[memoryview]) -> None:
        """Carries out one request and sends its reply."""
        for ident in message.get("drop", ()):
            self.handles.pop(ident, None)
        encoder = Encoder(self.handle, layouts=False)
        decoder = self.decoder(buffers)
        reply: dict[str, Any] = {"n": message["n"]}
        self.serial = message["n"]
        try:
            if "args" in message:
                message["args"], message["kwargs"] = decoder.value(message["args"]), decoder.value(message["kwargs"])
            upstream = decoder.value(message.get("upstream"))
            buffers.clear()
            found = self.operations[message["op"]](message)
            if "upstream" in message:
                _back_propagate(found, upstream)
            reply["v"] = encoder.value(found)
            if message.get("echo"):
                reply["after"] = encoder.value(message["args"])
        except BaseException as error:  # SystemExit included: a submission's exit is a fault like another
            encoder.buffers.clear()
            reply = {"n": message["n"], **self.report(error)}
        _flush()
        with self.lock:
            self.pipe.send(reply, encoder.buffers)

    def ask(self, header: dict[str, Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Asks the checker something in the middle of a call; answers requests nested in its reply."""
        encoder = Encoder(self.handle, layouts=False)
        header["args"], header["kwargs"] = encoder.value(args), encoder.value(kwargs)
        with self.lock:
            self.pipe.send(header, encoder.buffers)
            while True:
                message, buffers = self.pipe.receive(TO_SOLUTION)
                if "op" not in message:
                    break
                self.answer(message, buffers)
        if "end" in message:
            raise StreamEnd
        if "x" in message:
            raise self.callback_error(*message["x"])
        return self.decoder(buffers).value(message["v"])

    def callback_error(self, kind: str, text: str) -> Exception:
        found = getattr(builtins, kind, None)
        known = isinstance(found, type) and issubclass(found, Exception)
        error = found(text) if known else CallbackError(f"{kind}: {text}")
        self.callback_errors.add(id(error))
        return error

    def decoder(self, buffers: list[memoryview]) -> Decoder:
        objects = {
            "h": lambda item: self.handles[item[1]],
            "cb": lambda item: Callback(self, item[1], item[2]),
            "st": lambda item: _stream(self, item[1]),
        }
        return Decoder(buffers, objects, layouts=True)

    # -- operations ----------------------------------------------------------------------------------------------

    def load(self, message: dict[str, Any]) -> None:
        source = message["source"]
        self.limit_memory(message["memory_mb"])
        sys.modules[MODULE] = self.module
        self.module.__file__ = FILE
        linecache.cache[FILE] = (len(source), None, source.splitlines(keepends=True), FILE)
        code = compile(source, FILE, "exec", dont_inherit=True)
        if message["forbidden"]:
            runtime_forbid.install(message["forbidden"], self.module, self.give_up)
        if self.hidden:
            _hide_ourselves()
        _reseed(message["seed"])
        exec(code, self.module.__dict__)

    def give_up(self, name: str) -> None:
        """A forbidden name was used: says so at once and ends, for the submission would swallow an exception."""
        _flush()
        self.pipe.send({"n": self.serial, "forbidden": name}, [])
        os._exit(0)

    def resolve(self, handle: int | None) -> Any:
        return self.module if handle is None else self.handles[handle]

    def call(self, message: dict[str, Any]) -> Any:
        handle, name = message["target"]
        return self.invoke(handle, name)(*message["args"], **message["kwargs"])

    def invoke(self, handle: int | None, name: str) -> Any:
        target = self.resolve(handle)
        if handle is not None and name in _BY_PROTOCOL:
            return lambda *args, **kwargs: _BY_PROTOCOL[name](target, *args, **kwargs)
        function = getattr(target, name)
        return lambda *args, **kwargs: _finish(function(*args, **kwargs))

    def park(self, message: dict[str, Any]) -> None:
        """Keeps arguments here, so that the run that follows is measured without their transport."""
        self.parked[0] = (message["args"], message["kwargs"])
        _give_back()

    def run(self, message: dict[str, Any]) -> object:
        """Runs with the parked arguments and keeps the result here as a handle."""
        args, kwargs = self.parked[0]
        result = self.invoke(*message["target"])(*args, **kwargs)
        return _Kept(self.keep(result))

    def names(self, message: dict[str, Any]) -> list[str]:
        return [
            name
            for name, value in list(self.module.__dict__.items())
            if not name.startswith("_") and not isinstance(value, types.ModuleType)
        ]

    # -- what goes back ------------------------------------------------------------------------------------------

    def keep(self, x: object) -> int:
        ident = self.next_handle
        self.next_handle += 1
        self.handles[ident] = x
        return ident

    def handle(self, x: object) -> list[Any]:
        if isinstance(x, _Kept):
            return ["h", x.ident, "kept", []]
        return ["h", self.keep(x), type(x).__name__[:100], [name for name in _SPECIAL if hasattr(x, name)]]

    def report(self, error: BaseException) -> dict[str, Any]:
        if isinstance(error, WireError):
            return {"w": str(error)[:_MAX_TEXT]}
        try:
            text = _message(error)
        except Exception:
            text = ""
        if _OUT_OF_MEMORY in text:
            error, text = MemoryError(), ""
        kind = "MemoryError" if isinstance(error, MemoryError) else type(error).__name__
        return {"x": [kind[:200], text[:_MAX_TEXT], _frames(error)[-_MAX_FRAMES:], id(error) in self.callback_errors]}


class _Kept:
    def __init__(self, ident: int) -> None:
        self.ident = ident


def _finish(result: Any) -> Any:
    """The result of a call; a coroutine is run to its end."""
    if isinstance(result, types.CoroutineType):
        import asyncio

        return asyncio.run(result)
    return result


def _back_propagate(found: Any, upstream: Any) -> None:
    """Runs autograd back from the tensors of a result. `upstream` is the gradient that comes in for each.

    A tuple of them where several are returned, None for one that is left out; None alone is ones for all.
    """
    results = found if isinstance(found, (tuple, list)) else (found,)
    shares = upstream if isinstance(upstream, tuple) else (upstream,) * len(results)
    paired = [pair for pair in zip(results, shares, strict=True) if getattr(pair[0], "requires_grad", False)]
    wanted = [(result, share) for result, share in paired if upstream is None or share is not None]
    if not wanted:
        raise RuntimeError("what is returned has no graph back to the inputs, so backward() cannot start")
    for result, share in wanted:
        result.backward(result.new_ones(result.shape) if share is None else share, retain_graph=True)


def _get(target: Any) -> Any:
    return target


_BY_PROTOCOL = {
    "__call__": lambda target, *args, **kwargs: _finish(target(*args, **kwargs)),
    "__next__": next,
    "__iter__": iter,
    "__len__": len,
    "__getitem__": lambda target, key: target[key],
    "__setitem__": lambda target, key, value: target.__setitem__(key, value),
    "__contains__": lambda target, key: key in target,
    "__repr__": repr,
    "__value__": _get,  # the object again, as a value where it has that form
}


def _message(error: BaseException) -> str:
    if isinstance(error, SyntaxError) and error.msg:
        return f"{error.msg} (line {error.lineno})" if error.lineno else error.msg
    return str(error)


def _hide_ourselves() -> None:
    """Takes the sandbox's modules out of the submission's reach by name: no import of them by mistake or in jest."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "sandbox"]:
        del sys.modules[name]
    here = os.path.dirname(os.path.dirname(__file__))
    sys.path[:] = [path for path in sys.path if path != here]


def _give_back() -> None:
    """Returns freed memory to the system, so that what is resident before a measured call is in use."""
    with contextlib.suppress(AttributeError, OSError):
        import ctypes

        ctypes.CDLL(None).malloc_trim(0)


def _flush() -> None:
    """What was printed must be in the pipe by now: a child is ended without a chance to write its buffers out."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(BaseException):  # they may be anything by now
            stream.flush()


def _frames(error: BaseException) -> list[list[Any]]:
    """Line and function of the candidate's own frames, outermost first."""
    found: list[list[Any]] = []
    if isinstance(error, SyntaxError) and error.filename == FILE and error.lineno:
        found.append([error.lineno, "<module>"])
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename == FILE:
            found.append([trace.tb_lineno, code.co_name[:200]])
        trace = trace.tb_next
    return found


def _reseed(seed: int) -> None:
    """Forked children share the zygote's generators: without this all submissions would draw the same numbers."""
    import random

    random.seed(seed)
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed(seed % (1 << 32))
    torch = sys.modules.get("torch")
    if torch is not None:
        torch.manual_seed(seed)


def main(fd: int, limit_memory: Callable[[int], None], warm_up: Callable[[], None]) -> None:
    """Announces the child, then serves until the checker closes the pipe; never returns.

    Parameters
    ----------
    fd : the pipe
    limit_memory : bounds this process, for good, to so many megabytes
    warm_up : called while nobody waits
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(line_buffering=True)  # type: ignore[union-attr]  # what was printed before a hang is kept
    server = Server(Pipe(fd), limit_memory)
    server.hidden = True
    server.pipe.send({"hello": 1}, [])
    if server.pipe.quiet():
        warm_up()
    server.serve()
