"""The training step in PyTorch: gradients, losses, precision, many devices."""

from __future__ import annotations

import ast
from typing import Any

from ..reading import Reading, argument, base_name, is_true, keyword_of, literal, number, open_ended, target_names
from ..tree import Call, Scope
from .known import TORCH_LOSSES, TORCH_OPTIMIZERS
from .registry import on_call, on_last, on_scope, on_source

_OPTIMISERS = ("optim", "opt")


@on_call(*TORCH_OPTIMIZERS)
def optimiser(reading: Reading, call: Call) -> None:
    if reading.is_test:
        return
    rate = argument(call, "lr", 1)
    told = None if rate is None else reading.number_text(rate)
    decay = argument(call, "weight_decay")
    reading.note(
        "optimiser",
        call.node,
        name=call.last,
        rate=told,
        decay=None if decay is None else reading.number_text(decay),
    )
    if told is not None and keyword_of(call, "lr") is None:
        code = f"{call.last}({reading.short(call.node.args[0], 24) or '...'}, {told})"
        reading.note("learning-rate", rate, name="lr", value=told, code=code, where="argument")
    betas = argument(call, "betas")
    if betas is not None and "0.5" in (reading.text(betas) or ""):
        reading.note("adam-betas", betas, code=reading.short(betas))


@on_call(*TORCH_LOSSES)
def loss(reading: Reading, call: Call) -> None:
    if reading.is_test:
        return
    weights = keyword_of(call, "weight", "pos_weight")
    if weights is not None and literal(weights.value) is not None:
        reading.note("class-weight", weights, code=reading.short(weights) or weights.arg, model=call.last)
    ignored = keyword_of(call, "ignore_index")
    if ignored is not None:
        reading.note("ignored-labels", ignored, code=reading.short(ignored), loss=call.last)
    reading.note("loss", call.node, name=call.last)


@on_scope("function")
@on_scope("module")
def gradients_never_cleared(reading: Reading, scope: Scope) -> None:
    if "torch" not in reading.roots or reading.is_test or "zero_grad" in reading.lower_text:
        return
    if ".grad = none" in reading.lower_text or "grad.zero_" in reading.lower_text or ".grad=none" in reading.lower_text:
        return
    backward = next((call for call in scope.calls if call.last == "backward"), None)
    step = next((call for call in scope.calls if call.last == "step" and _is_optimiser(reading, call)), None)
    if backward is not None and step is not None:
        reading.note(
            "gradients-never-cleared", backward.node, step=reading.short(step.node), line=str(step.node.lineno)
        )


def _is_optimiser(reading: Reading, call: Call) -> bool:
    if call.key.partition("#")[0] in TORCH_OPTIMIZERS:
        return True
    name = (base_name(call.node.func) or "").lower().removeprefix("self.")
    return name.startswith(_OPTIMISERS)


@on_scope("function")
@on_scope("module")
def loss_kept_with_graph(reading: Reading, scope: Scope) -> None:
    """``total += loss`` keeps the graph of every batch alive."""
    if "torch" not in reading.roots or reading.is_test:
        return
    backwards = {base_name(call.node.func): call for call in scope.calls if call.last == "backward"}
    for statement in scope.statements:
        if type(statement) is not ast.AugAssign or type(statement.op) is not ast.Add:
            continue
        if type(statement.value) is not ast.Name or type(statement.target) not in (ast.Name, ast.Attribute):
            continue
        name, total = statement.value.id, base_name(statement.target)
        if (
            name in backwards
            and total not in backwards
            and name != total
            and not _made_a_number(scope, name, statement.lineno)
        ):
            reading.note(
                "loss-kept-with-graph", statement, loss=name, total=total, line=str(backwards[name].node.lineno)
            )


def _made_a_number(scope: Scope, name: str, before: int) -> bool:
    for statement in scope.statements:
        if type(statement) is ast.Assign and statement.lineno <= before and name in target_names(statement):
            called = {
                each.func.attr
                for each in ast.walk(statement.value)
                if type(each) is ast.Call and type(each.func) is ast.Attribute
            }
            if called & {"item", "detach", "numpy", "tolist"}:
                return True
    return False


@on_last("backward")
def graph_retained(reading: Reading, call: Call) -> None:
    keep = argument(call, "retain_graph")
    if keep is not None and is_true(keep) and "torch" in reading.roots:
        reading.note("graph-retained", keep, code=reading.short(call.node))


@on_call("torch:clip_grad_norm_ clip_grad_norm clip_grad_value_")
def clipping(reading: Reading, call: Call) -> None:
    most = argument(call, "max_norm", 1) or argument(call, "clip_value", 1)
    told = None if most is None else reading.number_text(most)
    if told is not None:
        reading.note(
            "gradient-clipping", most, name=call.last, value=told, code=f"{call.last}(..., {told})", where="argument"
        )
    scales = "GradScaler" in reading.lasts and any(
        each.last == "scale" and each.scope is call.scope for each in call.scope.calls
    )
    if scales and "unscale_" not in reading.lasts:
        reading.note("clipped-before-unscaling", call.node, name=call.last)


@on_call("torch:autocast GradScaler", "apex:initialize")
def mixed_precision(reading: Reading, call: Call) -> None:
    if call.last != "GradScaler":
        kind = keyword_of(call, "dtype")
        reading.note(
            "mixed-precision",
            call.node,
            code=reading.short(call.node, 60),
            dtype=None if kind is None else reading.short(kind.value),
        )
    elif "autocast" not in reading.lasts:
        reading.note("mixed-precision", call.node, code=reading.short(call.node, 60))


@on_call("torch:DataParallel DistributedDataParallel DDP FullyShardedDataParallel FSDP fully_shard")
def many_devices(reading: Reading, call: Call) -> None:
    reading.note("data-parallel" if call.last == "DataParallel" else "distributed", call.node, name=call.last)


@on_call("torch:DistributedSampler")
def sampler(reading: Reading, call: Call) -> None:
    data = call.node.args[0] if call.node.args else argument(call, "dataset")
    mixes = argument(call, "shuffle")
    untold = mixes is None or is_true(mixes)
    loops = any(
        "epoch" in (getattr(node.target, "id", "") or "").lower()
        for node, _ in reading.tree.loops
        if type(node) is ast.For
    )
    if untold and "set_epoch" not in reading.lasts and loops and not open_ended(call):
        reading.note("sampler-without-epoch", call.node, data=None if data is None else reading.short(data))


@on_call("torch:compile")
def compiled(reading: Reading, call: Call) -> None:
    mode = keyword_of(call, "mode")
    reading.note(
        "compiled", call.node, code=reading.short(call.node, 50), mode=None if mode is None else reading.short(mode)
    )


@on_last("gradient_checkpointing_enable")
def recomputed(reading: Reading, call: Call) -> None:
    reading.note("recomputed-activations", call.node)


@on_call("torch:checkpoint checkpoint_sequential")
def recomputed_block(reading: Reading, call: Call) -> None:
    if call.node.args:
        reading.note("recomputed-activations", call.node)


@on_call("torch:WeightedRandomSampler")
def weighted_sampler(reading: Reading, call: Call) -> None:
    reading.note("weighted-sampler", call.node)


@on_scope("function")
@on_scope("module")
def own_loop(reading: Reading, scope: Scope) -> None:
    if "torch" not in reading.roots or reading.is_test:
        return
    backward = next((call for call in scope.calls if call.last == "backward" and call.loop is not None), None)
    if backward is None or not any(call.last == "step" for call in scope.calls):
        return
    where = "the module" if scope.kind == "module" else f"{scope.name}()"
    reading.note("own-training-loop", backward.node, function=where)


@on_source
def weighted_losses(reading: Reading) -> None:
    """``loss = a + 0.5 * b``."""
    if reading.is_test or not reading.roots & {"torch", "tensorflow", "keras", "jax"}:
        return
    for scope in reading.tree.scopes:
        for statement in scope.statements:
            if type(statement) is not ast.Assign or type(statement.value) is not ast.BinOp:
                continue
            if type(statement.value.op) is not ast.Add or not any(
                "loss" in name.lower() for name in target_names(statement)
            ):
                continue
            factor = _factor(statement.value)
            if factor is not None:
                reading.note(
                    "weighted-losses", statement, code=reading.short(statement, 80), factor=reading.text(factor)
                )


def _factor(total: Any) -> Any:
    """The literal or constant factor of one of the terms, where the terms are losses."""
    terms = []
    while type(total) is ast.BinOp and type(total.op) is ast.Add:
        terms.append(total.right)
        total = total.left
    terms.append(total)
    if not any("loss" in (base_name(each) or "").lower() for each in terms):
        return None
    for term in terms:
        if type(term) is ast.BinOp and type(term.op) is ast.Mult:
            for side, other in ((term.left, term.right), (term.right, term.left)):
                amount = number(side)
                if amount is not None and amount != 1 and base_name(other) is not None:
                    return side
                if type(side) is ast.Name and side.id.lower().startswith(("lambda", "alpha", "beta", "weight", "w_")):
                    return side
    return None
