"""What is measured, and on which rows."""

from __future__ import annotations

import ast
from typing import Any

from ..names import made_by
from ..reading import Reading, argument, base_name, has_word, keyword_of, name_has, number, string
from ..tree import Call, Scope
from .known import CLASSIFICATION_METRICS, CLASSIFIERS, MODELS, REGRESSION_METRICS
from .registry import on_call, on_last, on_source

_AVERAGED = {"f1_score", "precision_score", "recall_score", "fbeta_score", "roc_auc_score", "jaccard_score"}
_SCORES_OF_TEXT = "evaluate:load", "datasets:load_metric", "nltk:sentence_bleu", "nltk:corpus_bleu"


@on_call(*CLASSIFICATION_METRICS, *REGRESSION_METRICS)
def metric(reading: Reading, call: Call) -> None:
    if reading.is_test:
        return
    truth = call.node.args[0] if call.node.args else None
    average = keyword_of(call, "average")
    averaged = None if average is None else string(average.value)
    if truth is not None and name_has(truth, "train") and not name_has(truth, "test", "val"):
        reading.note("train-score", call.node, name=call.last, data=reading.short(truth))
    elif call.last in _AVERAGED and averaged is not None:
        reading.note("averaging", average, name=call.last, average=averaged)
    reading.note(_metric(call.last), call.node, name=call.last, data=_short(reading, truth))


def _metric(name: str) -> str:
    if name == "accuracy_score":
        return "metric-accuracy"
    return "metric-regression" if f"sklearn:{name}" in REGRESSION_METRICS else "metric-classification"


def _short(reading: Reading, node: Any) -> str | None:
    return None if node is None else reading.short(node)


@on_call("sklearn:roc_auc_score average_precision_score roc_curve precision_recall_curve log_loss")
def ranking_of_labels(reading: Reading, call: Call) -> None:
    """A ranking metric over hard labels: ``predict`` of a classifier gives labels, not scores."""
    scores = argument(call, "y_score", 1) or argument(call, "y_pred", 1)
    predicted = _last_value(scores, call.scope, call.node.lineno)
    if type(predicted) is not ast.Call or type(predicted.func) is not ast.Attribute or predicted.func.attr != "predict":
        return
    made = reading.names.type_of(predicted.func.value, call.scope)
    if made in CLASSIFIERS:
        reading.note(
            "ranking-of-labels",
            call.node,
            name=call.last,
            model=made.rpartition(":")[2],
            scores=_short(reading, scores),
        )


def _last_value(node: Any, scope: Scope, line: int) -> Any:
    if type(node) is not ast.Name:
        return node
    given = [
        each.value
        for each in scope.statements
        if type(each) is ast.Assign
        and each.lineno <= line
        and any(type(target) is ast.Name and target.id == node.id for target in each.targets)
    ]
    return given[-1] if given else None


@on_last("score")
def own_score(reading: Reading, call: Call) -> None:
    made = call.key.partition("#")[0]
    if made not in MODELS or not call.node.args or reading.is_test:
        return
    data = call.node.args[0]
    if name_has(data, "train"):
        reading.note("train-score", call.node, name="score", data=reading.short(data))
    else:
        pattern, name = ("metric-accuracy", "accuracy") if made in CLASSIFIERS else ("metric-regression", "R²")
        reading.note(pattern, call.node, name=name, data=reading.short(data))


@on_last("compile")
def compiled_metrics(reading: Reading, call: Call) -> None:
    metrics = argument(call, "metrics")
    if type(metrics) is not ast.List or not reading.roots & {"keras", "tensorflow"}:
        return
    names = [name for each in metrics.elts if (name := string(each)) is not None]
    if len(names) == len(metrics.elts) == 1 and names[0].lower() in ("acc", "accuracy"):
        reading.note("metric-accuracy", metrics, name=names[0])
    elif metrics.elts:
        reading.note("metric-classification", metrics, name=names[0] if names else None)


@on_source
def counted_accuracy(reading: Reading) -> None:
    """``(predicted == labels).sum()`` and its like."""
    for call in reading.tree.calls:
        if call.last not in ("sum", "mean") or reading.is_test or type(call.node.func) is not ast.Attribute:
            continue
        inner = call.node.func.value
        while (
            type(inner) is ast.Call
            and type(inner.func) is ast.Attribute
            and inner.func.attr in ("float", "int", "astype")
        ):
            inner = inner.func.value
        pair: list[Any] = []
        if type(inner) is ast.Compare and len(inner.ops) == 1 and type(inner.ops[0]) is ast.Eq:
            pair = [inner.left, inner.comparators[0]]
        elif type(inner) is ast.Call and type(inner.func) is ast.Attribute and inner.func.attr == "eq" and inner.args:
            pair = [inner.func.value, inner.args[0]]
        names = [base_name(each) or "" for each in pair]
        if len(names) == 2 and any("pred" in name.lower() or has_word(name, "output", "outputs") for name in names):
            reading.note("metric-accuracy", call.node, name="accuracy", code=reading.short(call.node, 60))


@on_call("torchmetrics:Accuracy", "keras:Accuracy BinaryAccuracy CategoricalAccuracy SparseCategoricalAccuracy")
def accuracy_objects(reading: Reading, call: Call) -> None:
    reading.note("metric-accuracy", call.node, name=call.last)


@on_call(
    "torchmetrics:F1Score AUROC Precision Recall ConfusionMatrix AveragePrecision",
    "keras:AUC Precision Recall F1Score",
    "seqeval:f1_score classification_report",
)
def other_objects(reading: Reading, call: Call) -> None:
    reading.note("metric-classification", call.node, name=call.last)


@on_call(*_SCORES_OF_TEXT, "rouge_score:RougeScorer", "rouge:Rouge", "bert_score:score", "sacrebleu:corpus_bleu")
def text_metrics(reading: Reading, call: Call) -> None:
    named = string(call.node.args[0]) if call.node.args else None
    reading.note("metric-text", call.node, name=named if call.last in ("load", "load_metric") and named else call.last)


# -- thresholds -------------------------------------------------------------------------------------------------------


_LIKELIHOODS = ("prob", "probs", "proba", "probability", "probabilities", "score", "scores", "sigmoid", "yhat", "conf")


@on_source
def thresholds(reading: Reading) -> None:
    """``probabilities > 0.5``."""
    if reading.is_test:
        return
    for node, _ in reading.tree.compares:
        if len(node.ops) != 1 or type(node.ops[0]) not in (ast.Gt, ast.GtE, ast.Lt, ast.LtE):
            continue
        value = number(node.comparators[0])
        if value is None or not 0 < value < 1:
            continue
        name = base_name(node.left)
        made = node.left.func if type(node.left) is ast.Call else None
        told = getattr(made, "attr", getattr(made, "id", ""))
        if told == "sigmoid" or told.startswith("predict") or _speaks_of_probability(name, reading):
            reading.note(
                "threshold",
                node,
                value=reading.text(node.comparators[0]),
                code=reading.short(node, 60),
                where="comparison",
            )


def _speaks_of_probability(name: str | None, reading: Reading) -> bool:
    if name is None:
        return False
    if has_word(name, *_LIKELIHOODS):
        return True
    learns = reading.roots & {"sklearn", "torch", "keras", "tensorflow", "xgboost", "lightgbm"}
    return bool(learns) and has_word(name, "pred", "preds", "prediction", "predictions", "output", "outputs")


@on_source
def threshold_from_test(reading: Reading) -> None:
    """The best threshold read off a curve over the test labels."""
    for scope in reading.tree.scopes:
        for statement in scope.statements:
            if type(statement) is not ast.Assign or type(statement.value) is not ast.Call:
                continue
            call = next((each for each in scope.calls if each.node is statement.value), None)
            target = statement.targets[0]
            if (
                call is None
                or call.key not in ("sklearn:roc_curve", "sklearn:precision_recall_curve")
                or type(target) is not ast.Tuple
                or len(target.elts) != 3
                or type(target.elts[2]) is not ast.Name
                or not call.node.args
                or not name_has(call.node.args[0], "test")
            ):
                continue
            _chosen_from(reading, scope, call, target.elts[2].id)


def _chosen_from(reading: Reading, scope: Scope, call: Call, name: str) -> None:
    for node, where in reading.tree.subscripts:
        if (
            where is scope
            and type(node.value) is ast.Name
            and node.value.id == name
            and node.lineno >= call.node.lineno
        ):
            inside = [each for each in ast.walk(node.slice) if type(each) in (ast.Name, ast.Attribute)]
            said = {getattr(each, "id", getattr(each, "attr", "")) for each in inside}
            if said & {"argmax", "argmin", "idx", "ix", "index", "best", "best_idx", "optimal_idx", "best_index"}:
                reading.note(
                    "threshold-from-test",
                    node,
                    curve=call.last,
                    line=str(call.node.lineno),
                    data=reading.short(call.node.args[0]),
                )


# -- the best so far --------------------------------------------------------------------------------------------------


@on_source
def best_so_far(reading: Reading) -> None:
    """``if val_loss < best_loss``: which figure decides what is kept?"""
    if reading.is_test:
        return
    for node, _ in reading.tree.compares:
        if len(node.ops) != 1 or type(node.ops[0]) not in (ast.Lt, ast.Gt, ast.LtE, ast.GtE):
            continue
        sides = [base_name(node.left) or "", base_name(node.comparators[0]) or ""]
        best = [has_word(side, "best") for side in sides]
        if sum(best) != 1:
            continue
        figure, kept = (sides[1], sides[0]) if best[0] else (sides[0], sides[1])
        if has_word(figure, "test") and not has_word(figure, "val", "valid"):
            reading.note("kept-by-test", node, figure=figure, best=kept)
        elif has_word(figure, "train") and has_word(figure, "loss", "acc", "accuracy"):
            reading.note("kept-by-train", node, figure=figure, best=kept)
        elif has_word(figure, "val", "valid", "dev", "eval", "validation"):
            reading.note("kept-by-validation", node, figure=figure, best=kept)


@on_source
def mean_of_means(reading: Reading) -> None:
    """Batch means added up and divided by the number of batches: a short last batch weighs as much as a full one."""
    if reading.is_test or "torch" not in reading.roots:
        return
    for scope in reading.tree.scopes:
        sums: dict[str, Any] = {}
        for statement in scope.statements:
            if type(statement) is ast.AugAssign and type(statement.op) is ast.Add and _is_item(statement.value):
                name = base_name(statement.target)
                if name is not None and has_word(name, "loss", "acc", "accuracy"):
                    sums.setdefault(name, statement)
        for statement in scope.statements if sums else ():
            value = getattr(statement, "value", None)
            division = value if type(value) is ast.BinOp and type(value.op) is ast.Div else None
            if type(statement) is ast.AugAssign and type(statement.op) is ast.Div:
                _note_mean(reading, sums.get(base_name(statement.target) or ""), statement.value)
            elif division is not None:
                _note_mean(reading, sums.get(base_name(division.left) or ""), division.right)


def _is_item(value: Any) -> bool:
    return type(value) is ast.Call and type(value.func) is ast.Attribute and value.func.attr == "item"


def _note_mean(reading: Reading, statement: Any, divisor: Any) -> None:
    if (
        statement is None
        or type(divisor) is not ast.Call
        or type(divisor.func) is not ast.Name
        or divisor.func.id != "len"
    ):
        return
    data = divisor.args[0] if divisor.args else None
    over = base_name(data)
    if (
        over is not None
        and over.endswith(getattr(data, "attr", getattr(data, "id", "?")))
        and has_word(over, "loader", "dataloader", "dl", "iterator", "iter", "batches")
    ):
        name = base_name(statement.target)
        reading.note("mean-of-means", statement, name=name, over=over)


@on_last("predict")
def predicted_one_by_one(reading: Reading, call: Call) -> None:
    made = call.key.partition("#")[0]
    data = call.node.args[0] if call.node.args else None
    inside_loop = type(call.loop) in (ast.For, ast.AsyncFor)
    if made in MODELS and inside_loop and type(data) is ast.List and len(data.elts) == 1 and made_by(made) is not None:
        reading.note("predicted-one-by-one", call.node, code=reading.short(call.node))
