"""What the candidate wrote where a library has the usual thing: losses, datasets, layers, metrics, environments."""

from __future__ import annotations

import ast
import re
from typing import Any

from ..names import root_of
from ..reading import Reading, argument, decorators_of
from ..tree import Call, Scope
from .registry import on_call, on_scope

_LONG_FUNCTION_LINES = 40
_ESTIMATORS = re.compile(
    r".*(Regression|Classifier|Regressor|KMeans|KNN|Tree|Forest|Perceptron|Bayes|SVM|PCA|Network|MLP|NN)$"
)


def _bases(reading: Reading, scope: Scope) -> list[str]:
    """The classes that one stands on, as ``package:Name``."""
    return [reading.names.key_of(each, scope.parent or scope) for each in scope.node.bases]


@on_scope("class")
def own_class(reading: Reading, scope: Scope) -> None:
    if reading.is_test:
        return
    bases = _bases(reading, scope)
    methods = {child.name for child in scope.children if child.kind == "function"}
    pattern = _pattern(scope.name, bases, methods, reading)
    if pattern is not None:
        size = (scope.node.end_lineno or scope.line) - scope.line + 1
        base = bases[0].rpartition(":")[2].rpartition(".")[2] if bases else None
        reading.note(pattern, scope.node, name=scope.name, base=base, lines=str(size))


def _pattern(name: str, bases: list[str], methods: set[str], reading: Reading) -> str | None:
    named = {base.rpartition(":")[2].rpartition(".")[2] for base in bases}
    roots = {base.partition(":")[0] for base in bases}
    if roots & {"gym"} or ("Env" in named and "step" in methods):
        return "own-environment"
    if "torch:Function" in bases:
        return "own-gradient"
    if "torch:Optimizer" in bases or "keras:Optimizer" in bases:
        return "own-optimiser"
    if named & {"Dataset", "IterableDataset"} and "__getitem__" in methods | (
        {"__getitem__"} if "__iter__" in methods else set()
    ):
        return "own-dataset"
    if named & {"Sampler", "BatchSampler"}:
        return "own-sampler"
    if named & {"Callback", "TrainerCallback"}:
        return "own-callback"
    if "LightningModule" in named:
        return "lightning-module"
    if named & {"BaseEstimator", "TransformerMixin"}:
        return "own-estimator"
    if named & {"Module", "Layer", "Model", "Loss"} and roots & {"torch", "keras", "flax", "tensorflow"}:
        if name.endswith(("Loss", "Criterion")):
            return "own-loss"
        if "ttention" in name:
            return "own-attention"
        return "own-network" if methods & {"forward", "call", "__call__"} else None
    if (
        not bases
        and {"fit", "predict"} <= methods
        and _ESTIMATORS.match(name)
        and not reading.roots & {"sklearn", "torch", "keras"}
    ):
        return "from-scratch"
    return None


@on_scope("function")
def own_function(reading: Reading, scope: Scope) -> None:
    if reading.is_test:
        return
    name, owner = scope.name, scope.enclosing_class()
    lines = (scope.node.end_lineno or scope.line) - scope.line + 1
    if lines >= _LONG_FUNCTION_LINES:
        told = f"{owner.name}.{name}" if owner is not None else name
        reading.note("long-function", scope.node, name=told, lines=str(lines))
    if owner is None:
        pattern = _of_function(scope, reading)
        if pattern is not None:
            reading.note(pattern, scope.node, name=name, lines=str(lines))


def _of_function(scope: Scope, reading: Reading) -> str | None:
    name = scope.name.lower()
    returns = any(type(each) is ast.Return and each.value is not None for each in scope.statements)
    learns = bool(reading.roots & {"torch", "keras", "tensorflow", "jax", "numpy"})
    if "collate" in name:
        return "own-collate" if returns else None
    parameters = [each.arg for each in scope.node.args.args]
    if (
        re.search(r"(^|_)loss(_fn)?$", name)
        and returns
        and len(parameters) >= 2
        and learns
        and not name.startswith(("plot", "log", "print", "get_"))
    ):
        return "own-loss"
    truth = {"y_true", "y_pred", "preds", "targets", "dtrain", "eval_pred", "predictions", "references", "labels"}
    if returns and len(truth & set(parameters)) >= 2 and "loss" not in name and "plot" not in name:
        return "own-metric"
    if name in ("compute_metrics", "eval_metric", "feval") and returns and parameters:
        return "own-metric"
    if re.search(r"(^|_)reward(_|$)", name) and returns:
        return "own-reward"
    return _decorator(scope)


def _decorator(scope: Scope) -> str | None:
    """A function that takes a function and returns one that it defines."""
    inner = {child.name for child in scope.children if child.kind == "function"}
    returned = [each.value.id for each in scope.statements if type(each) is ast.Return and type(each.value) is ast.Name]
    takes = {each.arg for each in scope.node.args.args} & {"func", "fn", "f", "function"}
    return "own-decorator" if takes and inner & set(returned) else None


@on_call("torch:LambdaLR", "keras:LearningRateScheduler")
def own_schedule(reading: Reading, call: Call) -> None:
    rule = argument(call, "lr_lambda", 1) if call.last == "LambdaLR" else argument(call, "schedule", 0)
    if rule is not None:
        reading.note("own-schedule", rule, rule=reading.short(rule, 60))


@on_call("torch:DataLoader")
def collates(reading: Reading, call: Call) -> None:
    given: Any = argument(call, "collate_fn")
    if type(given) is ast.Lambda:
        reading.note("own-collate", given, name="a lambda")


@on_scope("class")
def data_classes(reading: Reading, scope: Scope) -> None:
    if "dataclass" in {name.rpartition(".")[2] for name in decorators_of(scope)} and re.search(
        r"(Config|Args|Arguments|Params|Settings)$", scope.name
    ):
        reading.note("config", scope.node, tool="dataclass", name=scope.name)
    elif any(root_of(base.partition(":")[0]).startswith("pydantic") for base in _bases(reading, scope)):
        reading.note("validated-data", scope.node, tool="pydantic", name=scope.name)
