"""Models behind an endpoint or a page."""

from __future__ import annotations

import ast
import re
from typing import Any

from ..names import dotted
from ..reading import Reading, argument, is_true, keyword_of, string
from ..tree import Call, Scope
from .registry import on_call, on_last, on_scope, on_source

_WEB = {"fastapi", "flask", "starlette", "sanic", "quart", "litestar", "bottle", "aiohttp", "tornado"}
_ROUTE = re.compile(r"\.(get|post|put|route|websocket)$")
_LOADERS = {
    "torch:load",
    "joblib:load",
    "pickle:load",
    "keras:load_model",
    "tensorflow:load_model",
    "transformers:pipeline",
    "sentence_transformers:SentenceTransformer",
    "onnxruntime:InferenceSession",
}


def _loads(call: Call) -> bool:
    return call.key in _LOADERS or (call.last == "from_pretrained" and not call.key.startswith("local"))


def _route_of(scope: Scope) -> Any:
    for node in scope.node.decorator_list:
        name = dotted(node.func) if type(node) is ast.Call else None
        if name is not None and _ROUTE.search(name):
            return node
    return None


@on_scope("function")
def endpoint(reading: Reading, scope: Scope) -> None:
    if not reading.roots & _WEB or reading.is_test:
        return
    route = _route_of(scope)
    if route is None:
        return
    path = string(route.args[0]) if route.args else None
    predicts = next(
        (call for call in scope.calls if call.last in ("predict", "predict_proba", "generate", "invoke", "encode")),
        None,
    )
    loaded = next((call for call in scope.calls if _loads(call)), None)
    if loaded is not None:
        reading.note(
            "loaded-per-request", loaded.node, path=path, function=scope.name, code=reading.short(loaded.node, 60)
        )
    if predicts is None:
        return
    reading.note("endpoint", route, path=path, function=scope.name, call=reading.short(predicts.node.func))
    awaited = {id(each.value) for each in ast.walk(scope.node) if type(each) is ast.Await}
    if type(scope.node) is ast.AsyncFunctionDef and id(predicts.node) not in awaited and predicts.last != "invoke":
        reading.note(
            "blocking-in-async", predicts.node, function=scope.name, call=reading.short(predicts.node.func), path=path
        )


@on_source
def loaded_at_import(reading: Reading) -> None:
    if not reading.roots & _WEB or reading.is_test:
        return
    for call in reading.tree.module.calls:
        if _loads(call):
            reading.note("loaded-at-import", call.node, code=reading.short(call.node, 60))
            return


@on_last("run")
def debug(reading: Reading, call: Call) -> None:
    given = keyword_of(call, "debug")
    if given is not None and is_true(given.value) and "flask" in reading.roots:
        open_to_all = keyword_of(call, "host")
        host = None if open_to_all is None else string(open_to_all.value)
        reading.note("debug-server", given, code=reading.short(call.node, 60), host=host)


@on_last("add_middleware")
def any_origin(reading: Reading, call: Call) -> None:
    origins = keyword_of(call, "allow_origins")
    if origins is not None and '"*"' in (reading.short(origins) or "").replace("'", '"'):
        reading.note("any-origin", origins, code=reading.short(origins))


@on_call("uvicorn:run")
def workers(reading: Reading, call: Call) -> None:
    count = keyword_of(call, "workers")
    if count is not None:
        reading.note("server-workers", count, code=reading.short(count))


@on_call("streamlit:file_uploader", "gradio:Interface Blocks ChatInterface", "streamlit:chat_input")
def page(reading: Reading, call: Call) -> None:
    reading.note("page", call.node, library=call.key.partition(":")[0], call=call.last)


@on_call("onnxruntime:InferenceSession", "torch:export", "tensorflow:from_saved_model")
def exported(reading: Reading, call: Call) -> None:
    if call.last == "InferenceSession" or ".onnx" in reading.lower_text:
        reading.note("exported-model", call.node, call=call.last)


@on_call("fastapi:UploadFile File")
def upload(reading: Reading, call: Call) -> None:
    if argument(call, "max_length") is None:
        reading.note("upload", call.node, code=reading.short(call.node))
