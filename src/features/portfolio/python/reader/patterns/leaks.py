"""Where test rows reach what is learnt: fitted, selected, resampled or filled before the split, or on the test rows."""

from __future__ import annotations

import ast
from typing import Any, NamedTuple

from ..names import made_by
from ..reading import Reading, argument, base_name, has_word, literal, name_has, names_in, number, string, target_names
from ..tree import Call, Scope
from .known import CROSS_VALIDATION, LEARNERS, OVERSAMPLERS, SELECTORS, SPLITS, TRANSFORMERS
from .registry import on_call, on_last, on_scope

_SIMPLE = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Expr)
_DIVIDES = SPLITS | CROSS_VALIDATION
_FITS = {"fit", "fit_transform", "fit_resample", "fit_sample"}
_STATISTICS = {"mean", "median", "mode"}


class Origin(NamedTuple):
    """What was learnt from rows that were not yet split."""

    pattern: str
    node: Any
    made: str
    data: str


class Flow:
    """Follows variables through the statements of one scope, in the order in which they are written."""

    def __init__(self, reading: Reading, scope: Scope) -> None:
        self.reading = reading
        self.scope = scope
        self.calls = {id(call.node): call for call in scope.calls}
        self.learnt: dict[str, Origin] = {}
        self.fitted: dict[str, Origin] = {}
        self.parts: set[str] = set()

    def follow(self) -> None:
        for statement in self.scope.statements:
            if type(statement) in _SIMPLE and statement.value is not None:
                self.step(statement)

    def step(self, statement: Any) -> None:
        calls = [found for node in ast.walk(statement.value) if (found := self.calls.get(id(node))) is not None]
        targets = target_names(statement) if type(statement) is not ast.Expr else []
        divides = next((call for call in calls if call.key in _DIVIDES), None)
        if divides is not None:
            self.divide(divides, targets)
            return
        origin = next((origin for call in calls if (origin := self.origin_of(call)) is not None), None)
        if origin is None:
            origin = self.passed_on(statement, calls)
        if origin is not None:
            learnt = targets or [name for call in calls if (name := _changed_in_place(call)) is not None]
            self.learnt.update((name, origin) for name in learnt)
        elif type(statement) is ast.Assign:
            for target in statement.targets:
                if type(target) is ast.Name:
                    self.learnt.pop(target.id, None)

    def divide(self, call: Call, targets: list[str]) -> None:
        """A split: what of its arguments was learnt from all rows?"""
        data = call.node.args[1:] if call.key in CROSS_VALIDATION else call.node.args
        for node in data:
            name = base_name(node)
            origin = None if name is None else self.learnt.get(name)
            if origin is not None:
                self.reading.note(
                    origin.pattern,
                    origin.node,
                    made=origin.made,
                    data=origin.data,
                    line=str(call.node.lineno),
                    by=call.last,
                )
        if call.key in SPLITS:
            self.parts.update(targets)
            for name in targets:
                self.learnt.pop(name, None)

    def origin_of(self, call: Call) -> Origin | None:
        """What a call learns from rows that no split has made."""
        if call.last == "fillna":
            return self.filling(call)
        if call.last not in _FITS or not call.node.args:
            return None
        made = call.key.partition("#")[0]
        pattern = _pattern_of(made)
        data = call.node.args[0]
        name = base_name(data)
        if pattern is None or name is None or name in self.parts or has_word(name, "train", "tr", "test"):
            return None
        text = self.reading.short(data, 60)
        origin = Origin(pattern, call.node, made.rpartition(":")[2], text or name)
        if call.last != "fit":
            return origin
        receiver = base_name(call.node.func)
        if receiver is not None:
            self.fitted[receiver] = origin
        return None

    def filling(self, call: Call) -> Origin | None:
        value = argument(call, "value", 0)
        if value is None:
            return None
        inner = [each.func for each in ast.walk(value) if type(each) is ast.Call]
        statistic = next((f.attr for f in inner if type(f) is ast.Attribute and f.attr in _STATISTICS), None)
        name = base_name(call.node.func)
        if statistic is None or name is None or name in self.parts or has_word(name, "train", "test"):
            return None
        return Origin("impute-before-split", call.node, statistic, self.reading.short(call.node, 60) or name)

    def passed_on(self, statement: Any, calls: list[Call]) -> Origin | None:
        """The origin that a value inherits from what it is made of."""
        for call in calls:
            if call.last == "transform" and (receiver := base_name(call.node.func)) in self.fitted:
                return self.fitted[receiver]
        mentioned = names_in(statement.value)
        return next((origin for name, origin in self.learnt.items() if name in mentioned), None)


def _pattern_of(made: str) -> str | None:
    if made in SELECTORS:
        return "select-before-split"
    if made in OVERSAMPLERS:
        return "resample-before-split"
    return "fit-before-split" if made in TRANSFORMERS else None


def _changed_in_place(call: Call) -> str | None:
    inplace = argument(call, "inplace")
    return base_name(call.node.func) if inplace is not None and literal(inplace) is True else None


def _follow(reading: Reading, scope: Scope) -> None:
    if not reading.is_test and any(call.key in _DIVIDES for call in scope.calls):
        Flow(reading, scope).follow()


on_scope("module")(_follow)
on_scope("function")(_follow)


@on_last("fit_transform", "fit")
def fitted_on_test(reading: Reading, call: Call) -> None:
    made = call.key.partition("#")[0]
    if not call.node.args or reading.is_test or (made not in LEARNERS and made_by(call.key) is None):
        return
    data = call.node.args[0]
    name = base_name(data)
    if made in LEARNERS and name is not None and has_word(name, "test") and not has_word(name, "train"):
        reading.note("fit-on-test", call.node, made=made.rpartition(":")[2], data=reading.short(data, 60) or name)


@on_call("pandas:concat")
def train_with_test(reading: Reading, call: Call) -> None:
    tables = argument(call, "objs", 0)
    if type(tables) not in (ast.List, ast.Tuple) or len(tables.elts) != 2:
        return
    if name_has(tables.elts[0], "train") and name_has(tables.elts[1], "test"):
        reading.note("train-with-test", call.node, data=reading.short(tables, 60))


@on_call("pandas:get_dummies")
def dummies(reading: Reading, call: Call) -> None:
    data = argument(call, "data", 0)
    if data is None or (text := reading.short(data, 50)) is None:
        return
    others = [each for each in reading.tree.calls if each.key == "pandas:get_dummies" and each is not call]
    if name_has(data, "train") and any(each.node.args and name_has(each.node.args[0], "test") for each in others):
        reading.note("dummies-apart", call.node, data=text)
    else:
        reading.note("one-hot", call.node, data=text, how="get_dummies")


@on_call(
    "category_encoders:TargetEncoder LeaveOneOutEncoder CatBoostEncoder WOEEncoder JamesSteinEncoder MEstimateEncoder",
    "sklearn:TargetEncoder",
)
def target_encoding(reading: Reading, call: Call) -> None:
    reading.note("target-encoding", call.node, made=call.last)


@on_last("transform")
def group_statistic(reading: Reading, call: Call) -> None:
    what = string(call.node.args[0]) if call.node.args else None
    if what not in ("mean", "median", "std", "count", "sum", "nunique"):
        return
    if any(type(each) is ast.Attribute and each.attr == "groupby" for each in ast.walk(call.node.func)):
        reading.note("group-statistic", call.node, what=what, code=reading.short(call.node, 70))


@on_last("shift")
def from_the_future(reading: Reading, call: Call) -> None:
    steps = argument(call, "periods", 0)
    amount = number(steps)
    if amount is not None and amount < 0 and "pandas" in reading.roots:
        reading.note("future-shift", call.node, steps=reading.text(steps), code=reading.short(call.node, 60))
