"""Evaluation in PyTorch: the mode of the network, gradients that nobody needs, the way back to training."""

from __future__ import annotations

import ast
import re
from typing import Any

from ..reading import Reading, base_name, decorators_of, is_false
from ..tree import Call, Scope
from .registry import on_scope, on_source

_EVALUATES = re.compile(r"_*(eval|evaluate|evaluation|validate|validation|valid|val|test|predict|inference|infer)(_|$)")
_WITHOUT_GRADIENTS = {"no_grad", "inference_mode", "set_grad_enabled"}
_NETWORKS = re.compile(r"(?:self\.)?(?:\w+_)?(?:model|net|network|classifier|encoder)\d?$")
_FRAMEWORKS = {"lightning", "accelerate", "fastai", "ignite", "catalyst"}


def _plain_torch(reading: Reading) -> bool:
    return "torch" in reading.roots and not reading.is_test and not reading.roots & _FRAMEWORKS


def _forward_calls(scope: Scope) -> list[Call]:
    """Calls of what is surely a network: by name, in a loop, with data."""
    return [
        call
        for call in scope.calls
        if call.loop is not None
        and call.node.args
        and type(call.node.func) in (ast.Name, ast.Attribute)
        and _NETWORKS.match(_path(call.node.func))
    ]


def _path(func: Any) -> str:
    if type(func) is ast.Name:
        return func.id
    own = type(func.value) is ast.Name and func.value.id == "self"
    return f"self.{func.attr}" if own else ""


def _turns_off(call: Call) -> bool:
    return call.last == "eval" or (call.last == "train" and bool(call.node.args) and is_false(call.node.args[0]))


@on_scope("function")
def evaluation_function(reading: Reading, scope: Scope) -> None:
    if not _plain_torch(reading) or not _EVALUATES.match(scope.name.lower()):
        return
    forward = _forward_calls(scope)
    if not forward or any(call.last == "backward" for call in scope.calls):
        return
    name = reading.text(forward[0].node.func)
    if not any(_turns_off(call) for call in reading.tree.calls):
        reading.note("no-eval-mode", scope.node, function=scope.name, model=name, line=str(forward[0].node.lineno))
    if not _says(reading, _WITHOUT_GRADIENTS):
        reading.note("no-no-grad", scope.node, function=scope.name, model=name, line=str(forward[0].node.lineno))


def _says(reading: Reading, words: set[str]) -> bool:
    if reading.lasts & words:
        return True
    named = {name.rpartition(".")[2] for scope in reading.tree.scopes for name in decorators_of(scope)}
    return bool(named & words)


@on_source
def never_back_to_training(reading: Reading) -> None:
    """``eval()`` inside the loop over epochs, and no ``train()`` in the file."""
    if not _plain_torch(reading) or "backward" not in reading.lasts:
        return
    if any(call.last == "train" for call in reading.tree.calls):
        return
    for call in reading.tree.calls:
        loop = call.loop
        if call.last != "eval" or call.node.args or type(loop) is not ast.For:
            continue
        inside = [each for each in call.scope.calls if each.last == "backward" and _within(each.node, loop)]
        receiver = base_name(call.node.func)
        if inside and receiver is not None and "model" in receiver.lower() + " model":
            reading.note("no-train-mode", call.node, code=reading.short(call.node), line=str(inside[0].node.lineno))


def _within(node: Any, loop: Any) -> bool:
    return loop.lineno <= node.lineno <= (loop.end_lineno or loop.lineno)
