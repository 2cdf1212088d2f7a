"""A learned difference to MiniLM: low-rank updates of its matrices, new biases and norms (Hu and others, 2022).

What is written is the difference, and where in the eight-bit file that set-up fetches each number lies, so that the
grader can put it in.
"""

from __future__ import annotations

import base64
import hashlib
import math
import re
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from transformers import BertModel

RANK, GAIN = 8, 2.0
LINEAR = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
          "intermediate.dense", "output.dense")  # fmt: skip


class LowRank(nn.Module):
    """A frozen linear layer with a learned update of low rank."""

    def __init__(self, linear: nn.Linear, rank: int) -> None:
        super().__init__()
        self.linear = linear
        self.down = nn.Parameter(torch.randn(rank, linear.in_features) / math.sqrt(linear.in_features))
        self.up = nn.Parameter(torch.zeros(linear.out_features, rank))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """(…, inputs) to (…, outputs)."""
        return self.linear(x) + GAIN * ((x @ self.down.T) @ self.up.T)


def open_bert(weights: Path, rank: int = RANK) -> BertModel:
    """MiniLM in full precision; all that is to be learned requires its gradient, the rest does not."""
    bert = BertModel.from_pretrained(weights, add_pooling_layer=False)
    bert.requires_grad_(False)
    for layer in bert.encoder.layer:
        for name in LINEAR:
            parent = layer.get_submodule(name.rpartition(".")[0]) if "." in name else layer
            setattr(parent, name.rpartition(".")[2], LowRank(layer.get_submodule(name), rank))
    for name, parameter in bert.named_parameters():
        if name.endswith(("bias", "down", "up")) or "LayerNorm" in name or "token_type" in name:
            parameter.requires_grad_(True)
    return bert


def optimiser_of(model: nn.Module, rates: tuple[float, float]) -> torch.optim.Optimizer:
    """AdamW with one rate for the updates of low rank and one for all else that is learned."""
    learned = [(name, parameter) for name, parameter in model.named_parameters() if parameter.requires_grad]
    low_rank = [parameter for name, parameter in learned if name.endswith(("down", "up"))]
    others = [parameter for name, parameter in learned if not name.endswith(("down", "up"))]
    groups = [{"params": low_rank, "lr": rates[0]}, {"params": others, "lr": rates[1]}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def difference(bert: BertModel, encoder: Path) -> dict[str, Any]:
    """What was learned, each with its place in the eight-bit model file."""
    file = (encoder / "model.onnx").read_bytes()
    initializers = {each.name: each for each in onnx.load_from_string(file).graph.initializer}
    matrices = []
    for index, layer in enumerate(bert.encoder.layer):
        for name in LINEAR:
            update = layer.get_submodule(name)
            weight, scale = stored_matrix(initializers, update.linear.weight.detach().numpy())
            matrices.append({
                "layer": f"{index}.{name}", "weightAt": place(file, weight), "scaleAt": place(file, scale),
                "inputs": update.linear.in_features, "outputs": update.linear.out_features,
                "down": eight_bit(update.down.detach().numpy()), "up": eight_bit(update.up.detach().numpy().T),
            })  # fmt: skip
    state = bert.state_dict()
    vectors = []
    for name, initializer in initializers.items():
        key = re.sub(r"^inner\.", "", name)
        if name.startswith("inner.") and initializer.data_type == onnx.TensorProto.FLOAT and key + "_scale" not in name:
            source = re.sub(r"(query|key|value|dense)\.bias$", r"\1.linear.bias", key) if "encoder" in key else key
            if source in state and not name.endswith("_scale"):
                values = state[source].detach().numpy().ravel()
                vectors.append({"name": key, "at": place(file, initializer), "values": packed(values.astype("<f2"))})
    return {
        "base": hashlib.sha256(file).hexdigest(),
        "gain": GAIN,
        "rank": bert.encoder.layer[0].get_submodule(LINEAR[0]).down.shape[0],
        "matrices": matrices,
        "vectors": vectors,
    }


def stored_matrix(initializers: dict[str, Any], weight: np.ndarray) -> tuple[Any, Any]:
    """The eight-bit initializer (inputs, outputs) that holds a weight (outputs, inputs), and its scales."""
    for name, each in initializers.items():
        scale = initializers.get(name.removesuffix("_q") + "_scale")
        if name.endswith("_q") and scale is not None and list(each.dims) == list(weight.T.shape):
            error = np.abs(numpy_helper.to_array(each) * numpy_helper.to_array(scale) - weight.T).mean()
            if error < 0.05 * np.abs(weight).mean():
                return each, scale
    raise LookupError("a matrix of the model is not in the eight-bit file")


def place(file: bytes, initializer: Any) -> int:
    """Offset of an initializer's numbers in the file."""
    if file.count(initializer.raw_data) != 1:
        raise LookupError(f"{initializer.name} is not in the file exactly once")
    return file.find(initializer.raw_data)


def eight_bit(matrix: np.ndarray) -> dict[str, Any]:
    """A matrix of as many rows as the rank, as bytes, with a scale for each row."""
    scale = np.abs(matrix).max(axis=1, keepdims=True) / 127
    return {"values": packed(np.round(matrix / scale).astype(np.int8)), "scale": scale.ravel().tolist()}


def packed(values: np.ndarray) -> str:
    """Bytes in base64."""
    return base64.b64encode(values.tobytes()).decode()
