"""How the code lives: errors swallowed, paths, shells, SQL, time-outs, retries, state, output."""

from __future__ import annotations

import ast
import re
from typing import Any

from ..reading import Reading, argument, is_false, is_true, keyword_of, literal, number, string
from ..tree import Call, Scope
from .registry import on_call, on_last, on_scope, on_source

_SQL = re.compile(r"\s*(select\b.+\bfrom|insert\s+into|update\s+\S+\s+set|delete\s+from)\b", re.IGNORECASE | re.DOTALL)
_OWN_MACHINE = re.compile(
    r"(/home/(?!jovyan|user/|ubuntu/)[\w.-]+/|/Users/[\w.-]+/|[A-Za-z]:[\\/]+Users[\\/]|/content/drive/|/content/gdrive/)"
)
_MANY_PRINTS = 25


@on_source
def swallowed(reading: Reading) -> None:
    if reading.is_test:
        return
    for node, loop in reading.tree.tries:
        for handler in node.handlers:
            broad = handler.type is None or (
                type(handler.type) is ast.Name and handler.type.id in ("Exception", "BaseException")
            )
            silent = all(type(each) in (ast.Pass, ast.Continue) for each in handler.body)
            if broad and silent:
                reading.note(
                    "error-swallowed",
                    handler,
                    code=_first_line(reading, handler),
                    does="pass" if type(handler.body[0]) is ast.Pass else "continue",
                )
            elif handler.type is None:
                reading.note("bare-except", handler, code="except:")
            sleeps = [
                each for part in handler.body for each in ast.walk(part) if type(each) is ast.Call and _is_sleep(each)
            ]
            if sleeps and loop is not None:
                wait = reading.short(sleeps[0]) if sleeps[0].args and number(sleeps[0].args[0]) is not None else None
                reading.note(
                    "retry", sleeps[0], code=wait or reading.short(sleeps[0], 60), fixed="" if wait is None else "yes"
                )


def _first_line(reading: Reading, node: Any) -> str:
    return reading.lines[node.lineno - 1].strip()


def _is_sleep(call: ast.Call) -> bool:
    return (type(call.func) is ast.Attribute and call.func.attr == "sleep") or (
        type(call.func) is ast.Name and call.func.id == "sleep"
    )


@on_call("tenacity:retry", "backoff:on_exception", "retry:retry")
def retried(reading: Reading, call: Call) -> None:
    reading.note("retry-policy", call.node, code=reading.short(call.node, 70))


@on_scope("function")
def global_state(reading: Reading, scope: Scope) -> None:
    if reading.is_test:
        return
    for statement in scope.statements:
        if type(statement) is ast.Global:
            reading.note("global-state", statement, names=", ".join(statement.names[:3]), function=scope.name)
    for value in scope.node.args.defaults:
        if type(value) in (ast.List, ast.Dict, ast.Set):
            reading.note("mutable-default", value, function=scope.name, code=reading.short(value))


@on_source
def own_paths(reading: Reading) -> None:
    if reading.is_test or not any(
        sign in reading.lower_text for sign in ("/home/", "/users/", ":\\", ":/users", "/content/")
    ):
        return
    for number_of_line, line in enumerate(reading.lines, 1):
        found = _OWN_MACHINE.search(line) if len(line) < 2000 else None
        if found and not line.lstrip().startswith(("#", "!", "%")) and re.search(r"""["'].*["']""", line):
            reading.note("own-machine-path", number_of_line, path=found[0])
            return


@on_call("subprocess:run Popen call check_call check_output")
def shell(reading: Reading, call: Call) -> None:
    given = keyword_of(call, "shell")
    if given is not None and is_true(given.value):
        command = call.node.args[0] if call.node.args else None
        built = type(command) in (ast.JoinedStr, ast.BinOp) or (
            type(command) is ast.Call and getattr(command.func, "attr", "") == "format"
        )
        reading.note(
            "shell-built" if built else "shell", given if not built else call.node, code=reading.short(call.node, 70)
        )


@on_call("os:system popen")
def os_system(reading: Reading, call: Call) -> None:
    command = call.node.args[0] if call.node.args else None
    if type(command) in (ast.JoinedStr, ast.BinOp, ast.Name) or (
        type(command) is ast.Call and getattr(command.func, "attr", "") == "format"
    ):
        reading.note("shell-built", call.node, code=reading.short(call.node, 70))


@on_call("builtins:eval exec")
def evaluated(reading: Reading, call: Call) -> None:
    what = call.node.args[0] if call.node.args else None
    if what is not None and string(what) is None and not reading.is_test:
        reading.note("code-evaluated", call.node, name=call.last, what=reading.short(what))


@on_last("execute", "executemany", "read_sql", "read_sql_query")
def sql(reading: Reading, call: Call) -> None:
    query = call.node.args[0] if call.node.args else None
    text = _joined(query)
    if text is not None and _SQL.match(text):
        reading.note("sql-by-string", call.node, code=reading.short(call.node, 80), call=call.last)


def _joined(node: Any) -> str | None:
    """The fixed beginning of a text that is put together from pieces."""
    if type(node) is ast.JoinedStr and any(type(each) is ast.FormattedValue for each in node.values):
        return "".join(string(each) or "" if type(each) is ast.Constant else "x" for each in node.values)
    if type(node) is ast.BinOp and type(node.op) in (ast.Add, ast.Mod):
        inner = node.left
        while type(inner) is ast.BinOp:
            inner = inner.left
        return string(inner)
    if type(node) is ast.Call and type(node.func) is ast.Attribute and node.func.attr == "format":
        return string(node.func.value)
    return None


@on_call("requests:get post put delete patch head request")
def no_time_out(reading: Reading, call: Call) -> None:
    if reading.is_test:
        return
    unverified = keyword_of(call, "verify")
    if unverified is not None and is_false(unverified.value):
        reading.note("unverified-tls", unverified, code=reading.short(unverified))
    if keyword_of(call, "timeout") is None and not any(each.arg is None for each in call.node.keywords):
        reading.note("no-time-out", call.node, method=call.last, code=reading.short(call.node, 60))


@on_call("warnings:filterwarnings simplefilter")
def warnings_off(reading: Reading, call: Call) -> None:
    action = argument(call, "action", 0)
    everything = len(call.node.args) == 1 and not call.node.keywords
    if action is not None and string(action) == "ignore" and everything and not reading.is_test:
        reading.note("warnings-off", call.node, code=reading.short(call.node))


@on_source
def printed(reading: Reading) -> None:
    prints = [call for call in reading.tree.calls if call.key == "builtins:print"]
    if (
        len(prints) >= _MANY_PRINTS
        and "logging" not in reading.roots
        and "loguru" not in reading.roots
        and not reading.is_test
        and not reading.path.endswith(".ipynb")
    ):
        reading.note("printed", prints[0].node, count=str(len(prints)))


@on_call("functools:lru_cache cache", "joblib:Memory", "diskcache:Cache", "cachetools:TTLCache LRUCache")
def cached(reading: Reading, call: Call) -> None:
    reading.note("cache", call.node, code=reading.short(call.node), name=call.last)


@on_source
def cached_by_decorator(reading: Reading) -> None:
    for scope in reading.tree.scopes:
        for node in [] if scope.node is None else scope.node.decorator_list:
            text = reading.short(node, 60) or ""
            if text.startswith(
                ("st.cache", "lru_cache", "functools.lru_cache", "cache", "functools.cache", "memory.cache")
            ):
                kind = "page-cache" if text.startswith("st.") else "cache"
                reading.note(kind, node, code=f"@{text}", name=scope.name)


@on_call("torch:DataLoader")
def loader_workers(reading: Reading, call: Call) -> None:
    workers = keyword_of(call, "num_workers")
    if workers is not None and literal(workers.value) == 0 and not reading.is_test:
        reading.note("no-loader-workers", workers, code=reading.short(workers))


@on_call("multiprocessing:Pool Process", "concurrent:ThreadPoolExecutor ProcessPoolExecutor", "joblib:Parallel")
def many_processes(reading: Reading, call: Call) -> None:
    if not reading.is_test:
        reading.note("parallel", call.node, name=call.last, code=reading.short(call.node, 50))


@on_call("numba:jit njit cuda", "triton:jit", "torch:script trace", "tensorflow:function", "jax:jit")
def compiled(reading: Reading, call: Call) -> None:
    reading.note("jit", call.node, code=reading.short(call.node, 50), name=call.last)


@on_scope("function")
def compiled_by_decorator(reading: Reading, scope: Scope) -> None:
    for node in scope.node.decorator_list:
        text = reading.short(node, 50) or ""
        if text.split("(")[0] in (
            "numba.jit",
            "njit",
            "numba.njit",
            "triton.jit",
            "tf.function",
            "jax.jit",
            "torch.jit.script",
        ):
            reading.note("jit", node, code=f"@{text}", name=scope.name)
