"""Training by the loop of a library: Keras, Trainer, boosting; seeds and determinism; blends of predictions."""

from __future__ import annotations

import ast
from typing import Any

from ..reading import Reading, argument, base_name, has_word, is_false, is_true, keyword_of, number, string
from ..tree import Call
from .known import KERAS_OPTIMIZERS, OPTAX_OPTIMIZERS
from .registry import on_call, on_last, on_source


@on_call(*KERAS_OPTIMIZERS, *OPTAX_OPTIMIZERS)
def optimiser(reading: Reading, call: Call) -> None:
    rate = argument(call, "learning_rate", 0) or argument(call, "lr")
    told = None if rate is None else reading.number_text(rate)
    reading.note("optimiser", call.node, name=call.last, rate=told)
    if told is not None and keyword_of(call, "learning_rate", "lr") is None and (number(rate) or 0) <= 1:
        reading.note(
            "learning-rate", rate, name="learning_rate", value=told, code=f"{call.last}({told})", where="argument"
        )


@on_last("compile")
def keras_compile(reading: Reading, call: Call) -> None:
    if not reading.roots & {"keras", "tensorflow"}:
        return
    loss, chosen = argument(call, "loss"), argument(call, "optimizer")
    if loss is not None and (name := string(loss)) is not None:
        reading.note("loss", loss, name=name)
    if chosen is not None and (name := string(chosen)) is not None:
        reading.note("default-optimiser", chosen, name=name)
    activation = _last_activation(call, reading)
    if loss is None or activation is None:
        return
    name = string(loss)
    if activation[0] == "softmax" and name == "binary_crossentropy" and activation[2] not in (None, 1):
        reading.note("softmax-with-binary-loss", loss, line=str(activation[1]))


def _last_activation(compile_call: Call, reading: Reading) -> tuple[str, int, float | None] | None:
    layers = [
        each
        for each in reading.tree.calls
        if each.key == "keras:Dense"
        and each.scope is compile_call.scope
        and each.node.lineno < compile_call.node.lineno
    ]
    if not layers:
        return None
    activation = argument(layers[-1], "activation", 1)
    name = None if activation is None else string(activation)
    return None if name is None else (name, layers[-1].node.lineno, number(argument(layers[-1], "units", 0)))


@on_call("transformers:TrainingArguments Seq2SeqTrainingArguments", "trl:SFTConfig DPOConfig PPOConfig GRPOConfig")
def trainer(reading: Reading, call: Call) -> None:
    given = {keyword.arg: keyword for keyword in call.node.keywords}
    if None in given:
        return
    best = given.get("load_best_model_at_end")
    if best is not None and is_true(best.value):
        metric = given.get("metric_for_best_model")
        named = None if metric is None else string(metric.value)
        reading.note("best-at-end" if named else "best-at-end-by-loss", best, metric=named)
    half = given.get("fp16") or given.get("bf16")
    if half is not None and is_true(half.value):
        reading.note("mixed-precision", half, code=reading.short(half), dtype=half.arg)
    strategy = given.get("evaluation_strategy") or given.get("eval_strategy")
    if strategy is not None and string(strategy.value) == "no":
        reading.note("never-evaluated", strategy, code=reading.short(strategy))


@on_call("transformers:Trainer Seq2SeqTrainer", "trl:SFTTrainer")
def trainer_data(reading: Reading, call: Call) -> None:
    evaluated = argument(call, "eval_dataset")
    if evaluated is None:
        return
    text = reading.short(evaluated, 60) or ""
    if "test" in text.lower() and "val" not in text.lower() and ".train_test_split" not in reading.lower_text:
        reading.note("test-as-validation", evaluated, argument="eval_dataset", data=text)


@on_call("xgboost:train", "lightgbm:train")
def boosting(reading: Reading, call: Call) -> None:
    given = keyword_of(call, "early_stopping_rounds")
    reading.note(
        "boosting", call.node, library=call.key.partition(":")[0], stops=None if given is None else reading.short(given)
    )


@on_call(
    "xgboost:XGBClassifier XGBRegressor",
    "lightgbm:LGBMClassifier LGBMRegressor",
    "catboost:CatBoostClassifier CatBoostRegressor",
)
def boosted_model(reading: Reading, call: Call) -> None:
    if not call.node.args and not call.node.keywords:
        reading.note("default-boosting", call.node, model=call.last)
    else:
        reading.note("boosting", call.node, library=call.last)


# -- chance -----------------------------------------------------------------------------------------------------------

_SEEDS = {
    "numpy:seed": "NumPy",
    "random:seed": "random",
    "torch:manual_seed": "PyTorch",
    "torch:manual_seed_all": "CUDA",
    "tensorflow:set_seed": "TensorFlow",
    "tensorflow:set_random_seed": "TensorFlow",
    "keras:set_random_seed": "Keras",
    "lightning:seed_everything": "Lightning",
    "transformers:set_seed": "Transformers",
    "accelerate:set_seed": "Accelerate",
}


@on_source
def seeds(reading: Reading) -> None:
    found: dict[str, Call] = {}
    for call in reading.tree.calls:
        library = _SEEDS.get(call.key)
        if library is not None and call.node.args:
            found.setdefault(library, call)
    for library, call in found.items():
        reading.note(
            "seed", call.node, library=library, all=", ".join(sorted(found)), value=reading.short(call.node.args[0])
        )
    trains = "backward" in reading.lasts or "fit" in reading.lasts
    if set(found) == {"NumPy"} and "torch" in reading.roots and trains and not reading.is_test:
        reading.note("seed-of-one-library", found["NumPy"].node, library="NumPy", other="PyTorch")
    if set(found) == {"NumPy"} and reading.roots & {"tensorflow", "keras"} and "torch" not in reading.roots and trains:
        reading.note("seed-of-one-library", found["NumPy"].node, library="NumPy", other="TensorFlow")


@on_source
def determinism(reading: Reading) -> None:
    if "torch" not in reading.roots:
        return
    for scope in reading.tree.scopes:
        for statement in scope.statements:
            if type(statement) is not ast.Assign or type(statement.targets[0]) is not ast.Attribute:
                continue
            name = statement.targets[0].attr
            if name == "benchmark" and is_true(statement.value):
                pattern = "benchmark-with-seed" if "torch:manual_seed" in reading.keys else "cudnn-benchmark"
                reading.note(pattern, statement, code=reading.short(statement, 60))
            elif name == "deterministic" and is_true(statement.value):
                reading.note("deterministic", statement, code=reading.short(statement, 60))


# -- blends -----------------------------------------------------------------------------------------------------------


@on_source
def blends(reading: Reading) -> None:
    """``0.6 * a + 0.4 * b``, where both are predictions."""
    if reading.is_test:
        return
    for node, _ in reading.tree.sums:
        parts = [_weighted(side) for side in (node.left, node.right)]
        if None in parts:
            continue
        weights = [part[0] for part in parts if part is not None]
        names = [part[1] for part in parts if part is not None]
        if abs(sum(weights) - 1) < 1e-9 and all(_predicts(name) for name in names):
            reading.note("blend", node, code=reading.short(node, 80), first=names[0], second=names[1])


def _weighted(side: Any) -> tuple[float, str] | None:
    if type(side) is not ast.BinOp or type(side.op) is not ast.Mult:
        return None
    for factor, other in ((side.left, side.right), (side.right, side.left)):
        amount, name = number(factor), base_name(other)
        if amount is not None and name is not None and 0 < amount < 1:
            return float(amount), name
    return None


def _predicts(name: str) -> bool:
    return has_word(
        name,
        "pred",
        "preds",
        "prediction",
        "predictions",
        "prob",
        "probs",
        "proba",
        "sub",
        "oof",
        "yhat",
        "score",
        "scores",
        "logits",
        "test",
    )


@on_call("keras:ModelCheckpoint", "lightning:ModelCheckpoint")
def checkpoint(reading: Reading, call: Call) -> None:
    monitor = argument(call, "monitor", 1 if call.key.startswith("keras") else None)
    named = None if monitor is None else string(monitor)
    only_best = argument(call, "save_best_only")
    if call.key.startswith("keras") and (only_best is None or is_false(only_best)):
        named = None
    reading.note("best-checkpoint" if named else "checkpoint", call.node, monitor=named)
