"""How rows are divided: at random, in time, by strata, by groups, in folds."""

from __future__ import annotations

import ast
from typing import Any

from ..names import dotted
from ..reading import Reading, argument, has_word, is_false, is_true, keyword_of, name_has, number, open_ended, string
from ..tree import Call
from .known import CLASSIFICATION_METRICS, CLASSIFIERS, CROSS_VALIDATION, FOLDS, REGRESSORS, SEARCHES, SPLITS
from .registry import on_call, on_last, on_source

_FORECASTING = {"yfinance", "prophet", "fbprophet", "pmdarima", "sktime", "darts", "neuralprophet", "pandas_datareader"}
_KEPT_APART = CROSS_VALIDATION | FOLDS | SEARCHES


def classifies(reading: Reading) -> bool:
    """Whether the file certainly classifies."""
    keys = reading.keys
    return bool(keys & CLASSIFIERS or keys & CLASSIFICATION_METRICS or "torch:CrossEntropyLoss" in keys) and not (
        keys & REGRESSORS
    )


def time_evidence(reading: Reading) -> tuple[int, str] | None:
    """The line that shows that rows follow one another in time."""
    for call in reading.tree.calls:
        if call.last in ("shift", "rolling") and "pandas" in reading.roots and call.key.startswith("."):
            return call.node.lineno, f".{call.last}()"
        if call.key.partition(":")[0] in _FORECASTING:
            return call.node.lineno, call.last
        if call.key.startswith("statsmodels:") and call.last in ("ARIMA", "SARIMAX", "seasonal_decompose", "adfuller"):
            return call.node.lineno, call.last
        if call.key == "pandas:read_csv" and (dates := keyword_of(call, "parse_dates")) and not is_false(dates.value):
            return call.node.lineno, "parse_dates"
        if call.key == "pandas:to_datetime":
            return call.node.lineno, "to_datetime"
    return None


@on_call(*SPLITS)
def split(reading: Reading, call: Call) -> None:
    if open_ended(call) or reading.is_test:
        return
    size = argument(call, "test_size") or argument(call, "train_size")
    told = None if size is None else reading.short(size)
    at = call.node
    dates = time_evidence(reading)
    shuffle = argument(call, "shuffle")
    if shuffle is not None and is_false(shuffle):
        reading.note("split-in-order", shuffle, size=told)
    elif dates is not None and shuffle is None:
        reading.note("time-split-at-random", at, size=told, line=str(dates[0]), dates=dates[1])
    elif argument(call, "stratify") is None and classifies(reading):
        reading.note("split-without-strata", at, size=told)
    elif argument(call, "stratify") is not None:
        reading.note("split-with-strata", at, size=told, by=reading.short(argument(call, "stratify")))
    else:
        reading.note("random-split", at, size=told)
    if argument(call, "random_state") is None and "numpy:seed" not in reading.keys and not is_false(shuffle):
        reading.note("split-without-seed", at, size=told)


@on_source
def two_parts_only(reading: Reading) -> None:
    """One split, no folds and no validation rows, and yet several models or a choice."""
    splits = [call for call in reading.tree.calls if call.key in SPLITS]
    if len(splits) != 1 or reading.keys & _KEPT_APART or "validation_split" in reading.lower_text or reading.is_test:
        return
    models = {call.last for call in reading.tree.calls if call.key in CLASSIFIERS | REGRESSORS}
    if len(models) >= 3 and not any(word in reading.lower_text for word in ("x_val", "val_", "valid", "_val", "dev_")):
        reading.note("chosen-on-test", splits[0].node, models=str(len(models)), names=", ".join(sorted(models)[:3]))


@on_call("torch:random_split")
def torch_split(reading: Reading, call: Call) -> None:
    if reading.is_test:
        return
    lengths = argument(call, "lengths", 1)
    told = None if lengths is None else reading.short(lengths, 50)
    if argument(call, "generator", 2) is None and "torch:manual_seed" not in reading.keys:
        reading.note("torch-split-without-seed", call.node, lengths=told)
    else:
        reading.note("torch-split", call.node, lengths=told)
    _augmented_validation(reading, call)


def _augmented_validation(reading: Reading, call: Call) -> None:
    """A dataset that augments is divided: the validation rows are augmented as well."""
    data = call.node.args[0] if call.node.args else None
    made = _value_of(data, call)
    transform = None
    if type(made) is ast.Call:
        transform = next((each.value for each in made.keywords if each.arg == "transform"), None)
    steps = _value_of(transform, call) if transform is not None else None
    if steps is None:
        return
    for each in ast.walk(steps):
        name = dotted(each.func) if type(each) is ast.Call else None
        if name is not None and name.rpartition(".")[2].startswith("Random"):
            reading.note("augmented-validation", call.node, how=name.rpartition(".")[2], line=str(each.lineno))
            return


def _value_of(node: Any, call: Call) -> Any:
    """What a variable was last given before the call, in the same scope or the module."""
    if type(node) is not ast.Name:
        return node
    scope: Any = call.scope
    while scope is not None:
        given = [
            statement.value
            for statement in scope.statements
            if type(statement) is ast.Assign
            and statement.lineno < call.node.lineno
            and any(type(target) is ast.Name and target.id == node.id for target in statement.targets)
        ]
        if given:
            return given[-1]
        scope = scope.parent
    return None


@on_call(*FOLDS)
def folds(reading: Reading, call: Call) -> None:
    if reading.is_test:
        return
    count = argument(call, "n_splits", 0)
    told = None if count is None else reading.number_text(count)
    dates = time_evidence(reading)
    if call.last in ("KFold", "StratifiedKFold") and dates is not None and is_true(argument(call, "shuffle")):
        reading.note("time-folds-at-random", call.node, kind=call.last, n=told, line=str(dates[0]), dates=dates[1])
    elif call.last == "KFold" and classifies(reading):
        reading.note("folds-without-strata", call.node, kind=call.last, n=told)
    else:
        reading.note("cross-validation", call.node, kind=call.last, n=told)


@on_call(*CROSS_VALIDATION)
def cross_validation(reading: Reading, call: Call) -> None:
    count = argument(call, "cv", 3)
    scoring = argument(call, "scoring")
    amount = None if count is None else reading.number_text(count)
    reading.note(
        "cross-validation",
        call.node,
        kind=call.last,
        n=amount,
        scoring=None if scoring is None else string(scoring),
    )


@on_last("fit")
def tail_as_validation(reading: Reading, call: Call) -> None:
    """Keras takes the last rows, as they come, before it shuffles."""
    share = argument(call, "validation_split")
    if share is not None and (number(share) or 0) > 0:
        reading.note("validation-tail", share, share=reading.text(share))


@on_last("fit", "fit_generator")
def test_as_validation(reading: Reading, call: Call) -> None:
    if reading.is_test:
        return
    given = keyword_of(call, "validation_data", "eval_set", "val_dataloaders", "valid_sets", "eval_dataset")
    if given is None or any(has_word(name, "val", "valid", "validation", "dev") for name in _names(given.value)):
        return
    tested = [name for name in _names(given.value) if has_word(name, "test")]
    if tested:
        reading.note("test-as-validation", given.value, argument=given.arg, data=tested[0])


def _names(value: Any) -> list[str]:
    return [each.id for each in ast.walk(value) if type(each) is ast.Name]


@on_call("torch:DataLoader")
def loader(reading: Reading, call: Call) -> None:
    if reading.is_test or open_ended(call) or not call.node.args:
        return
    data, size = call.node.args[0], argument(call, "batch_size", 1)
    if len(call.node.args) > 1 and size is not None and (told := reading.number_text(size)) is not None:
        code = f"DataLoader({reading.short(data, 30)}, {told})"
        reading.note("batch-size", size, name="batch_size", value=told, code=code, where="argument")
    mixed = argument(call, "shuffle", 2)
    chosen = keyword_of(call, "sampler", "batch_sampler") or len(call.node.args) > 3
    if name_has(data, "train") and not chosen and (mixed is None or is_false(mixed)):
        reading.note("train-rows-in-order", call.node, data=reading.short(data, 40))
