"""Hyper-parameters by their usual names: as argument, constant, default, option of the command line or key."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

from ..reading import Reading, argument, number, string
from ..tree import Call, Scope
from .registry import on_last, on_scope, on_source

_SETTINGS = json.loads((Path(__file__).parents[1] / "settings.json").read_text("utf-8"))
_PATTERNS = {name: pattern for pattern, setting in _SETTINGS.items() for name in setting["names"].split()}
_LONGEST_CODE = 60

# What these classes call so is something else, or is told by a rule of its own.
_ELSEWHERE = {
    "EarlyStopping": {"patience"},
    "EarlyStoppingCallback": {"early_stopping_patience"},
    "early_stopping": {"stopping_rounds"},
    "ReduceLROnPlateau": {"patience", "threshold"},
    "BatchNorm1d": {"momentum"},
    "BatchNorm2d": {"momentum"},
    "BatchNorm3d": {"momentum"},
    "BatchNormalization": {"momentum"},
    "SyncBatchNorm": {"momentum"},
    "iter_content": {"chunk_size"},
    "iter_bytes": {"chunk_size"},
    "train_test_split": {"test_size"},
    "RecursiveCharacterTextSplitter": {"chunk_size", "chunk_overlap"},
    "CharacterTextSplitter": {"chunk_size", "chunk_overlap"},
    "TokenTextSplitter": {"chunk_size", "chunk_overlap"},
    "SentenceSplitter": {"chunk_size", "chunk_overlap"},
    "LoraConfig": {"lora_alpha", "lora_dropout"},
    "set_printoptions": {"threshold"},
    **{
        validated: {"max_length"}
        for validated in ("Field", "CharField", "StringField", "Query", "Body", "Path", "Form")
    },
    "SelectFromModel": {"threshold"},
    "VarianceThreshold": {"threshold"},
}
_NOTHING: set[str] = set()


def pattern_of(name: str, value: float | int, text: str) -> str | None:
    """The pattern that a name and its value speak of; None where the value is out of its usual range."""
    pattern = _PATTERNS.get(name.lower().lstrip("-").replace("-", "_"))
    if pattern is None:
        return None
    setting = _SETTINGS[pattern]
    fits = (
        value > setting.get("above", float("-inf"))
        and value >= setting.get("least", float("-inf"))
        and value < setting.get("below", float("inf"))
        and value <= setting.get("most", float("inf"))
        and (not setting.get("whole") or value == int(value))
        and setting.get("beside", "") in text
    )
    return pattern if fits else None


def note_named(reading: Reading, name: str, value: Any, *, at: Any, where: str, of: str | None = None) -> None:
    """Notes a hyper-parameter whose value is a literal number."""
    if name.lower().lstrip("-").replace("-", "_") not in _PATTERNS:
        return
    amount = number(value)
    if amount is None or abs(amount) > 1e15:
        return
    pattern = pattern_of(name, amount, reading.lower_text)
    if pattern is None:
        return
    told = reading.number_text(value)
    code = reading.short(at, _LONGEST_CODE) if type(at) is not str else f"{at}{told}"
    reading.note(pattern, value, name=name.lstrip("-"), value=told, code=code or f"{name}={told}", where=where, of=of)


@on_source
def arguments(reading: Reading) -> None:
    if reading.is_test:
        return
    for call in reading.tree.calls:
        for keyword in call.node.keywords:
            name = keyword.arg
            if name is not None and name.lower() in _PATTERNS and name not in _ELSEWHERE.get(call.last, _NOTHING):
                note_named(reading, name, keyword.value, at=keyword, where="argument")


@on_source
def constants(reading: Reading) -> None:
    if reading.is_test:
        return
    for scope in reading.tree.scopes:
        for statement in scope.statements:
            kind = type(statement)
            if kind is ast.Assign:
                for target in statement.targets:
                    _assigned(reading, target, statement)
            elif kind is ast.AnnAssign and statement.value is not None:
                _assigned(reading, statement.target, statement)


def _assigned(reading: Reading, target: Any, statement: Any) -> None:
    kind = type(target)
    value = statement.value
    if kind is ast.Tuple:
        if type(value) is ast.Tuple and len(value.elts) == len(target.elts):
            for each, part in zip(target.elts, value.elts, strict=True):
                if type(each) is ast.Name:
                    note_named(reading, each.id, part, at=statement, where="constant")
        return
    name = target.id if kind is ast.Name else target.attr if kind is ast.Attribute else None
    if kind is ast.Subscript:
        name = string(target.slice)
    if name is not None:
        note_named(reading, name, value, at=statement, where="constant")


@on_scope("function")
def defaults(reading: Reading, scope: Scope) -> None:
    if reading.is_test:
        return
    arguments = scope.node.args
    plain = [*arguments.posonlyargs, *arguments.args]
    pairs = list(zip(plain[len(plain) - len(arguments.defaults) :], arguments.defaults, strict=True))
    pairs += [
        (each, value)
        for each, value in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
        if value is not None
    ]
    owner = scope.enclosing_class()
    told = f"{owner.name}.{scope.name}" if owner is not None else scope.name
    for each, value in pairs:
        note_named(reading, each.arg, value, at=f"{each.arg}=", where="default", of=told)


@on_last("add_argument", "option")
def options(reading: Reading, call: Call) -> None:
    flags = [flag for each in call.node.args if (flag := string(each)) is not None and flag.startswith("--")]
    value = argument(call, "default")
    if flags and value is not None:
        note_named(reading, flags[-1], value, at=f"{flags[-1]} ", where="option")


@on_source
def keys(reading: Reading) -> None:
    if reading.is_test:
        return
    for node in reading.tree.dicts:
        for key, value in zip(node.keys, node.values, strict=True):
            name = string(key)
            if name is not None and name.lower() in _PATTERNS:
                note_named(reading, name, value, at=f'"{name}": ', where="key")


@on_source
def loops(reading: Reading) -> None:
    """``for epoch in range(100)``."""
    for node, _ in reading.tree.loops:
        if type(node) is not ast.For or type(node.target) is not ast.Name or "epoch" not in node.target.id.lower():
            continue
        steps = node.iter
        if type(steps) is not ast.Call or type(steps.func) is not ast.Name or steps.func.id not in ("range", "trange"):
            continue
        last = steps.args[-1] if 1 <= len(steps.args) <= 2 else None
        amount = number(last)
        if amount is not None and amount > 2:
            code = reading.short(steps)
            reading.note("epochs", last, name=node.target.id, value=reading.text(last), code=code, where="loop")
