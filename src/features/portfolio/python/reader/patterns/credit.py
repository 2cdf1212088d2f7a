"""What a reader gives credit for: tracking, tests, types, documentation, configuration, logging, a command line."""

from __future__ import annotations

import ast
from typing import Any

from ..names import dotted
from ..reading import Reading, base_name, string
from ..tree import Call, Scope
from .registry import on_call, on_source

_TRACKERS = {
    "mlflow": "MLflow",
    "wandb": "Weights & Biases",
    "neptune": "Neptune",
    "comet_ml": "Comet",
    "clearml": "ClearML",
    "dvclive": "DVCLive",
    "aim": "Aim",
    "tensorboardX": "TensorBoard",
    "sacred": "Sacred",
    "trackio": "Trackio",
    "swanlab": "SwanLab",
}
_TRACKING_CALLS = {
    "mlflow": {"log_metric", "log_metrics", "start_run", "autolog", "log_param", "log_params", "set_experiment"},
    "wandb": {"init", "log"},
    "neptune": {"init_run", "init"},
    "comet_ml": {"Experiment", "start"},
    "clearml": {"init"},
    "dvclive": {"Live"},
    "aim": {"Run"},
    "tensorboardX": {"SummaryWriter"},
    "sacred": {"Experiment"},
    "trackio": {"init"},
    "swanlab": {"init"},
}
_COMMAND_LINES = {
    "argparse:ArgumentParser": "argparse",
    "typer:Typer": "Typer",
    "fire:Fire": "Fire",
    "absl:run": "absl",
    "simple_parsing:ArgumentParser": "simple-parsing",
    "jsonargparse:CLI": "jsonargparse",
    "tyro:cli": "tyro",
    "transformers:HfArgumentParser": "HfArgumentParser",
}
_CONFIGS = {
    "omegaconf:load": "OmegaConf",
    "yaml:safe_load": "YAML",
    "tomllib:load": "TOML",
    "toml:load": "TOML",
    "hydra:compose": "Hydra",
    "omegaconf:create": "OmegaConf",
    "yaml:full_load": "YAML",
    "configparser:ConfigParser": "configparser",
    "dotenv:load_dotenv": "dotenv",
}


@on_source
def tracking(reading: Reading) -> None:
    for call in reading.tree.calls:
        root = call.key.partition(":")[0]
        if root in _TRACKING_CALLS and call.last in _TRACKING_CALLS[root]:
            reading.note("tracking", call.node, tool=_TRACKERS[root], call=call.last)
        elif call.key in (
            "torch:SummaryWriter",
            "keras:TensorBoard",
            "lightning:TensorBoardLogger",
            "tensorflow:create_file_writer",
        ):
            reading.note("tracking", call.node, tool="TensorBoard", call=call.last)
        elif call.key in (
            "lightning:WandbLogger",
            "lightning:MLFlowLogger",
            "lightning:CSVLogger",
            "lightning:NeptuneLogger",
        ):
            reading.note("tracking", call.node, tool=call.last.removesuffix("Logger"), call=call.last)


@on_source
def tests(reading: Reading) -> None:
    functions = [scope for scope in reading.tree.scopes if scope.kind == "function" and _is_test(scope, reading)]
    if functions:
        reading.note("test-function", functions[0].node, name=functions[0].name, count=str(len(functions)))
    asserts = [each for scope in functions for each in scope.statements if type(each) is ast.Assert]
    calls = [call for scope in functions for call in scope.calls if call.last.startswith("assert")]
    if asserts or calls:
        first: Any = asserts[0] if asserts else calls[0].node
        reading.note("assert-in-test", first, count=str(len(asserts) + len(calls)))
    for scope in functions:
        for node in scope.node.decorator_list:
            name = dotted(node.func if type(node) is ast.Call else node) or ""
            if name.endswith("parametrize"):
                reading.note("parametrised-test", node, name=scope.name)
            elif name.rpartition(".")[2] == "given" and "hypothesis" in reading.roots:
                reading.note("property-test", node, name=scope.name)
            elif name.rpartition(".")[2] in ("skip", "xfail"):
                reading.note("skipped-test", node, name=scope.name)


def _is_test(scope: Scope, reading: Reading) -> bool:
    if not scope.name.startswith("test"):
        return False
    owner = scope.enclosing_class()
    if owner is not None:
        return owner.name.startswith("Test") or any(
            (dotted(base) or "").endswith("TestCase") for base in owner.node.bases
        )
    return reading.is_test or reading.path.rpartition("/")[2].startswith("test")


@on_source
def types_and_docs(reading: Reading) -> None:
    functions = [
        scope for scope in reading.tree.scopes if scope.kind == "function" and not scope.name.startswith("test")
    ]
    typed = [scope for scope in functions if _is_typed(scope.node)]
    told = [scope for scope in functions if _has_docstring(scope.node)]
    if typed:
        reading.note("type-hints", typed[0].node, count=str(len(typed)), of=str(len(functions)))
    if told:
        reading.note("docstrings", told[0].node, count=str(len(told)), of=str(len(functions)))
    elif functions:
        reading.note("no-docstrings", functions[0].node, of=str(len(functions)))


def _is_typed(node: Any) -> bool:
    given = [each for each in (*node.args.args, *node.args.kwonlyargs) if each.arg not in ("self", "cls")]
    return node.returns is not None or any(each.annotation is not None for each in given)


def _has_docstring(node: Any) -> bool:
    first = node.body[0]
    return type(first) is ast.Expr and string(first.value) is not None


@on_source
def command_line(reading: Reading) -> None:
    for call in reading.tree.calls:
        if call.key in _COMMAND_LINES:
            reading.note("command-line", call.node, tool=_COMMAND_LINES[call.key])
        elif call.key in _CONFIGS:
            reading.note("config", call.node, tool=_CONFIGS[call.key])
    for scope in reading.tree.scopes:
        if scope.kind != "function":
            continue
        for node in scope.node.decorator_list:
            name = dotted(node.func if type(node) is ast.Call else node) or ""
            if name.endswith("hydra.main"):
                reading.note("config", node, tool="Hydra")
            elif name in ("click.command", "click.group"):
                reading.note("command-line", node, tool="Click")


@on_source
def entry(reading: Reading) -> None:
    for statement in reading.tree.module.statements:
        if type(statement) is ast.If and type(statement.test) is ast.Compare:
            sides = [statement.test.left, *statement.test.comparators]
            if any(base_name(each) == "__name__" for each in sides) and any(
                string(each) == "__main__" for each in sides
            ):
                reading.note("main-guard", statement)


@on_call("logging:getLogger basicConfig", "structlog:get_logger", "loguru:add")
def logging(reading: Reading, call: Call) -> None:
    reading.note("logging", call.node, tool=call.key.partition(":")[0])


@on_call("pandera:DataFrameSchema Column", "great_expectations:get_context", "deepchecks:Dataset", "evidently:Report")
def validation(reading: Reading, call: Call) -> None:
    reading.note("validated-data", call.node, tool=call.key.partition(":")[0], name=call.last)


@on_call(
    "shap:TreeExplainer Explainer KernelExplainer DeepExplainer",
    "lime:LimeTabularExplainer",
    "sklearn:permutation_importance",
)
def explained(reading: Reading, call: Call) -> None:
    reading.note("explained", call.node, tool=call.last)


@on_call("fairlearn:MetricFrame", "aif360:ClassificationMetric")
def fairness(reading: Reading, call: Call) -> None:
    reading.note("fairness", call.node, tool=call.key.partition(":")[0])


@on_call("sklearn:Pipeline make_pipeline ColumnTransformer")
def pipeline(reading: Reading, call: Call) -> None:
    reading.note("pipeline", call.node, tool=call.last)
