"""Rows and columns: what is dropped, filled, sampled, ignored, walked through one by one."""

from __future__ import annotations

import ast
from typing import Any

from ..reading import Reading, argument, base_name, is_false, keyword_of, literal, name_has, names_in, number, string
from ..tree import Call
from .known import ENCODERS
from .registry import on_call, on_last, on_source

_TABLES = {"pandas", "polars", "cudf", "modin", "dask"}


def _has_tables(reading: Reading) -> bool:
    return bool(reading.roots & _TABLES) and not reading.is_test


@on_last("dropna")
def dropped(reading: Reading, call: Call) -> None:
    if _has_tables(reading):
        name = base_name(call.node.func)
        pattern = "columns-dropped" if literal(argument(call, "axis", 0)) in (1, "columns") else "rows-dropped"
        reading.note(pattern, call.node, code=reading.short(call.node, 60), data=name)


@on_last("fillna")
def filled(reading: Reading, call: Call) -> None:
    if not _has_tables(reading):
        return
    value = argument(call, "value", 0)
    told = None if value is None else (reading.number_text(value) or (repr(text) if (text := string(value)) else None))
    if told is not None:
        reading.note("filled-with-constant", call.node, value=told, code=reading.short(call.node, 60))
    elif (how := keyword_of(call, "method")) is not None and string(how.value) in ("bfill", "backfill"):
        reading.note("filled-backwards", how, code=reading.short(call.node, 60))


@on_last("bfill")
def filled_backwards(reading: Reading, call: Call) -> None:
    if _has_tables(reading):
        reading.note("filled-backwards", call.node, code=reading.short(call.node, 60))


@on_call("sklearn:SimpleImputer KNNImputer IterativeImputer")
def imputer(reading: Reading, call: Call) -> None:
    how = keyword_of(call, "strategy", "n_neighbors")
    reading.note("imputer", call.node, name=call.last, code=None if how is None else reading.short(how))


@on_last("drop_duplicates")
def duplicates(reading: Reading, call: Call) -> None:
    if _has_tables(reading):
        columns = argument(call, "subset", 0)
        reading.note("duplicates", call.node, by=None if columns is None else reading.short(columns))


@on_last("head")
def first_rows(reading: Reading, call: Call) -> None:
    """Kept, not only shown: the head of a table is given to a variable."""
    count = argument(call, "n", 0)
    amount = number(count)
    if amount is None or amount < 100 or not _has_tables(reading):
        return
    for statement in call.scope.statements:
        if type(statement) is ast.Assign and statement.value is call.node:
            reading.note("first-rows-only", call.node, n=reading.text(count), code=reading.short(statement, 60))


@on_last("sample")
def sampled(reading: Reading, call: Call) -> None:
    share = keyword_of(call, "frac", "n")
    if share is None or not _has_tables(reading):
        return
    amount = number(share.value)
    if amount == 1:
        if keyword_of(call, "random_state") is None:
            reading.note("shuffled-without-seed", share, code=reading.short(call.node, 60))
    elif amount is not None:
        reading.note(
            "sampled", share, code=reading.short(share), seed="" if keyword_of(call, "random_state") is None else "yes"
        )


@on_call("pandas:read_csv read_json read_table")
def read(reading: Reading, call: Call) -> None:
    rows = keyword_of(call, "nrows")
    if rows is not None and (number(rows.value) or 0) >= 100:
        reading.note("first-rows-only", rows, n=reading.text(rows.value), code=reading.short(rows))
    skips = keyword_of(call, "error_bad_lines", "on_bad_lines")
    if skips is not None and (is_false(skips.value) or string(skips.value) == "skip"):
        reading.note("bad-lines-skipped", skips, code=reading.short(skips))
    ignores = keyword_of(call, "encoding_errors")
    if ignores is not None and string(ignores.value) == "ignore":
        reading.note("errors-ignored", ignores, code=reading.short(ignores))


@on_last("to_numeric", "to_datetime", "astype", "decode", "open", "encode")
def coerced(reading: Reading, call: Call) -> None:
    how = keyword_of(call, "errors")
    said = None if how is None else string(how.value)
    if how is not None and said in ("coerce", "ignore") and not reading.is_test:
        pattern = "coerced" if said == "coerce" else "errors-ignored"
        reading.note(pattern, how, code=reading.short(how), call=call.last)


@on_call(*ENCODERS)
def encoder(reading: Reading, call: Call) -> None:
    unknown = keyword_of(call, "handle_unknown")
    if call.last in ("OneHotEncoder", "OrdinalEncoder"):
        reading.note("encoder", call.node, name=call.last, code=None if unknown is None else reading.short(unknown))


@on_last("fit_transform")
def labels_as_numbers(reading: Reading, call: Call) -> None:
    """A label encoder on a feature gives categories an order that they do not have."""
    if call.key.partition("#")[0] != "sklearn:LabelEncoder" or not call.node.args:
        return
    data = call.node.args[0]
    column = data.slice if type(data) is ast.Subscript else None
    assigned = next(
        (each for each in call.scope.statements if type(each) is ast.Assign and each.value is call.node), None
    )
    target = assigned.targets[0] if assigned is not None else None
    if column is None or type(target) is not ast.Subscript or type(data.value) is not ast.Name:
        return
    if type(column) is ast.Name or call.loop is not None:  # one column after another
        reading.note("label-encoded-features", call.node, data=reading.short(data))


@on_last("iterrows", "itertuples")
def walked(reading: Reading, call: Call) -> None:
    if _has_tables(reading) and call.last == "iterrows":
        reading.note("walked-row-by-row", call.node, code=reading.short(call.node))


@on_last("apply")
def applied_by_row(reading: Reading, call: Call) -> None:
    axis = argument(call, "axis")
    if _has_tables(reading) and axis is not None and literal(axis) == 1:
        reading.note("applied-by-row", axis, code=reading.short(call.node, 60))


@on_call("pandas:concat")
def grown_in_loop(reading: Reading, call: Call) -> None:
    tables = argument(call, "objs", 0)
    if (
        type(call.loop) not in (ast.For, ast.While)
        or type(tables) not in (ast.List, ast.Tuple)
        or not _has_tables(reading)
    ):
        return
    for statement in call.scope.statements:
        if type(statement) is ast.Assign and statement.value is call.node and type(statement.targets[0]) is ast.Name:
            name = statement.targets[0].id
            if any(base_name(each) == name for each in tables.elts):
                reading.note("grown-in-loop", call.node, name=name)


@on_source
def outliers(reading: Reading) -> None:
    """Whiskers at 1.5 quartile ranges; rows beyond them are usually dropped."""
    if not reading.roots & {"pandas", "numpy"} or reading.is_test:
        return
    for scope in reading.tree.scopes:
        for statement in scope.statements:
            if type(statement) is not ast.Assign or type(statement.value) is not ast.BinOp:
                continue
            for part in ast.walk(statement.value):
                if type(part) is ast.BinOp and type(part.op) is ast.Mult:
                    sides = (part.left, part.right)
                    if any(number(each) in (1.5, 3, 3.0) for each in sides) and any(
                        name.lower() == "iqr" for name in names_in(part)
                    ):
                        reading.note("outlier-fence", statement, code=reading.short(statement, 60))


@on_call("numpy:log1p log expm1")
def logarithm(reading: Reading, call: Call) -> None:
    data = call.node.args[0] if call.node.args else None
    target = base_name(data)
    column = string(data.slice) if type(data) is ast.Subscript else None
    if call.last == "log1p" and target is not None and not reading.is_test:
        about_target = target.startswith("y") or (column or "").lower() in (
            "price",
            "saleprice",
            "target",
            "sales",
            "count",
        )
        reading.note("log-target" if about_target else "log-feature", call.node, code=reading.short(call.node))


@on_call(
    "imblearn:SMOTE ADASYN BorderlineSMOTE RandomOverSampler RandomUnderSampler SMOTETomek SMOTEENN NearMiss SMOTENC"
)
def resampling(reading: Reading, call: Call) -> None:
    if not reading.is_test:
        reading.note("resampling", call.node, name=call.last)


@on_last("reshape")
def window_of_past(reading: Reading, call: Call) -> None:
    """``X.reshape(X.shape[0], X.shape[1], 1)``: one feature a step, as recurrent networks want it."""
    if reading.roots & {"keras", "tensorflow"} and len(call.node.args) == 3 and literal(call.node.args[-1]) == 1:
        data: Any = call.node.func
        if name_has(data, "train"):
            reading.note("one-feature-sequence", call.node, code=reading.short(call.node, 60))
