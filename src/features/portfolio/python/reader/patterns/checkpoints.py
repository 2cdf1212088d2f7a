"""What is saved and loaded, and what loading may run."""

from __future__ import annotations

import ast

from ..reading import Reading, argument, is_false, is_true, keyword_of
from ..tree import Call
from .registry import on_call, on_last


@on_call("torch:save")
def saved(reading: Reading, call: Call) -> None:
    if not call.node.args or reading.is_test:
        return
    what = call.node.args[0]
    said = ast.dump(what) if type(what) in (ast.Dict, ast.Call) else ""
    if type(what) is ast.Name and what.id.lower() in ("model", "net", "network", "classifier"):
        reading.note("whole-model-saved", call.node, code=reading.short(call.node, 60))
    elif type(what) is ast.Call and "state_dict" in said and "optim" not in said:
        reading.note("weights-saved", call.node, code=reading.short(call.node, 60))
    elif type(what) is ast.Dict and "optim" in said:
        reading.note("checkpoint", call.node, monitor=None)


@on_call("torch:load")
def torch_load(reading: Reading, call: Call) -> None:
    safe = argument(call, "weights_only")
    if reading.is_test or (safe is not None and is_true(safe)):
        return
    if safe is not None and is_false(safe):
        reading.note("unsafe-load-asked-for", safe, code=reading.short(call.node, 60))
    elif safe is None:
        reading.note("torch-load", call.node, code=reading.short(call.node, 60))


@on_call("pickle:load loads", "cPickle:load", "dill:load loads", "cloudpickle:load loads", "pandas:read_pickle")
def unpickled(reading: Reading, call: Call) -> None:
    if not reading.is_test:
        reading.note("unpickled", call.node, code=reading.short(call.node, 60), library=call.key.partition(":")[0])


@on_call("joblib:load")
def joblib_load(reading: Reading, call: Call) -> None:
    if not reading.is_test:
        reading.note("joblib-load", call.node, code=reading.short(call.node, 60))


@on_call("pickle:dump", "joblib:dump", "cPickle:dump", "dill:dump")
def dumped(reading: Reading, call: Call) -> None:
    if not reading.is_test:
        reading.note("model-dumped", call.node, code=reading.short(call.node, 60), library=call.key.partition(":")[0])


@on_call("yaml:load")
def yaml_load(reading: Reading, call: Call) -> None:
    loader = argument(call, "Loader", 1)
    text = "" if loader is None else (reading.short(loader) or "")
    if loader is None or text.rpartition(".")[2] in ("Loader", "UnsafeLoader"):
        reading.note("unsafe-yaml", call.node, code=reading.short(call.node))


@on_call("numpy:load")
def numpy_load(reading: Reading, call: Call) -> None:
    allows = keyword_of(call, "allow_pickle")
    if allows is not None and is_true(allows.value) and not reading.is_test:
        reading.note("numpy-pickle", allows, code=reading.short(call.node, 60))


@on_last("load_local", "from_pretrained", "load_dataset", "load_faiss_index")
def trusted(reading: Reading, call: Call) -> None:
    risky = keyword_of(call, "allow_dangerous_deserialization", "trust_remote_code")
    if risky is not None and is_true(risky.value):
        pattern = "remote-code-trusted" if risky.arg == "trust_remote_code" else "dangerous-deserialisation"
        reading.note(pattern, risky, code=reading.short(risky))
