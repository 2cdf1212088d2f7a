"""Trains the grader's cross-encoder and writes its parameters: python train_cross_encoder.py DATA WEIGHTS ENCODER OUT.

DATA is the folder of the graded sets, WEIGHTS that of all-MiniLM-L6-v2 in full precision (config.json,
model.safetensors, tokenizer.json), ENCODER that of the eight-bit model which set-up fetches, OUT the JSON file. Needs
torch, transformers, tokenizers and onnx, which Holdout itself does not; takes twenty minutes on two cores.

Low-rank updates (Hu and others, 2022) of all matrices, and all biases and norms, are learned; the rest stays. What is
written is the difference, and where in the eight-bit file each number lies, so that the grader can put it in.
"""

from __future__ import annotations

import base64
import hashlib
import json
import math
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from torch import nn
from transformers import BertModel

LABELS = {"correct": 0, "incorrect": 1, "contradictory": 2}
SETS = ("beetle", "scientsbank", "saf_english")  # Mohler has no part for training alone: it stays unseen
MOST_REFERENCE, MOST_ANSWER = 110, 128  # tokens
RANK, GAIN, EPOCHS, BATCH = 8, 2.0, 3, 32
LINEAR = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
          "intermediate.dense", "output.dense")  # fmt: skip


class LowRank(nn.Module):
    """A frozen linear layer with a learned update of low rank."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        self.linear = linear
        self.down = nn.Parameter(torch.randn(RANK, linear.in_features) / math.sqrt(linear.in_features))
        self.up = nn.Parameter(torch.zeros(linear.out_features, RANK))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """(…, inputs) to (…, outputs)."""
        return self.linear(x) + GAIN * ((x @ self.down.T) @ self.up.T)


class CrossEncoder(nn.Module):
    """Reference and answer read together: logits of three labels, and one of the score."""

    def __init__(self, weights: Path) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(weights, add_pooling_layer=False)
        self.bert.requires_grad_(False)
        for layer in self.bert.encoder.layer:
            for name in LINEAR:
                parent = layer.get_submodule(name.rpartition(".")[0]) if "." in name else layer
                setattr(parent, name.rpartition(".")[2], LowRank(layer.get_submodule(name)))
        for name, parameter in self.bert.named_parameters():
            if name.endswith(("bias", "down", "up")) or "LayerNorm" in name or "token_type" in name:
                parameter.requires_grad_(True)
        self.drop, self.head = nn.Dropout(0.1), nn.Linear(2 * self.bert.config.hidden_size, 4)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        """Token ids, mask and segments (n, t) to logits (n, 4), from the first token and the mean of all."""
        hidden = self.bert(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        weight = mask[..., None].float()
        mean = (hidden * weight).sum(1) / weight.sum(1)
        return self.head(self.drop(torch.cat([hidden[:, 0], mean], dim=1)))


def rows(data: Path, tokenizer: Tokenizer) -> list[tuple[list[int], int, int, float]]:
    """Token ids, length of the first segment, label (-1 unknown) and score of each row for training."""
    found = []
    for name in SETS:
        for line in (data / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["split"] not in ("train", "training"):
                continue
            answer = tokenizer.encode(row["answer"], add_special_tokens=False).ids[:MOST_ANSWER]
            reference = nearest(row["references"], row["answer"])
            first = [101, *tokenizer.encode(reference, add_special_tokens=False).ids[-MOST_REFERENCE:], 102]
            label = LABELS.get(row.get("label"), -1) if name != "saf_english" else -1
            found.append(([*first, *answer, 102], len(first), label, float(row["score"])))
    return found


def nearest(references: list[str], answer: str) -> str:
    """The reference with the largest share of words in common."""
    said = words(answer)
    return max(references, key=lambda text: 2 * len(said & words(text)) / (len(said) + len(words(text)) + 1e-9))


def words(text: str) -> set[str]:
    """Distinct words in lower case."""
    return set(re.findall(r"[a-z0-9]+", text.lower()))


def batches(items: list[Any]) -> Iterator[list[Any]]:
    """Random batches of rows of similar length."""
    random.shuffle(items)
    cut: list[list[Any]] = []
    for start in range(0, len(items), 20 * BATCH):
        part = sorted(items[start : start + 20 * BATCH], key=lambda item: len(item[0]))
        cut += [part[at : at + BATCH] for at in range(0, len(part), BATCH)]
    random.shuffle(cut)
    yield from cut


def padded(items: list[Any]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Ids, mask and segments of a batch."""
    longest = max(len(ids) for ids, *_ in items)
    ids, mask, types = (torch.zeros(len(items), longest, dtype=torch.long) for _ in range(3))
    for at, (tokens, first, *_) in enumerate(items):
        ids[at, : len(tokens)], mask[at, : len(tokens)], types[at, first : len(tokens)] = torch.tensor(tokens), 1, 1
    return ids, mask, types


def train(model: CrossEncoder, items: list[Any]) -> None:
    """Cross-entropy of labels where they are known, and of the score."""
    learned = [(name, parameter) for name, parameter in model.named_parameters() if parameter.requires_grad]
    low_rank = [parameter for name, parameter in learned if name.endswith(("down", "up"))]
    others = [parameter for name, parameter in learned if not name.endswith(("down", "up"))]
    optimiser = torch.optim.AdamW([{"params": low_rank, "lr": 1e-3}, {"params": others, "lr": 3e-4}], weight_decay=0.01)
    steps = EPOCHS * math.ceil(len(items) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, step / 60) * max(0.02, (steps - step) / steps)
    )
    model.train()
    for epoch in range(EPOCHS):
        for at, batch in enumerate(batches(items)):
            logits = model(*padded(batch))
            label, score = torch.tensor([item[2] for item in batch]), torch.tensor([item[3] for item in batch])
            loss = nn.functional.binary_cross_entropy_with_logits(logits[:, 3], score)
            if (label >= 0).any():
                loss = loss + nn.functional.cross_entropy(logits[:, :3], label, ignore_index=-1, label_smoothing=0.05)
            loss.backward()
            nn.utils.clip_grad_norm_([parameter for _, parameter in learned], 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            if at % 50 == 0:
                print(f"epoch {epoch + 1}, batch {at}: loss {loss.item():.3f}", flush=True)


def write(model: CrossEncoder, encoder: Path, out: Path) -> None:
    """The learned parameters as JSON, each with its place in the eight-bit model file."""
    file = (encoder / "model.onnx").read_bytes()
    initializers = {each.name: each for each in onnx.load_from_string(file).graph.initializer}
    matrices = []
    for index, layer in enumerate(model.bert.encoder.layer):
        for name in LINEAR:
            update = layer.get_submodule(name)
            weight, scale = stored_matrix(initializers, update.linear.weight.detach().numpy())
            matrices.append({
                "layer": f"{index}.{name}", "weightAt": place(file, weight), "scaleAt": place(file, scale),
                "inputs": update.linear.in_features, "outputs": update.linear.out_features,
                "down": eight_bit(update.down.detach().numpy()), "up": eight_bit(update.up.detach().numpy().T),
            })  # fmt: skip
    state = model.bert.state_dict()
    vectors = []
    for name, initializer in initializers.items():
        key = re.sub(r"^inner\.", "", name)
        if name.startswith("inner.") and initializer.data_type == onnx.TensorProto.FLOAT and key + "_scale" not in name:
            source = re.sub(r"(query|key|value|dense)\.bias$", r"\1.linear.bias", key) if "encoder" in key else key
            if source in state and not name.endswith("_scale"):
                values = state[source].detach().numpy().ravel()
                vectors.append({"name": key, "at": place(file, initializer), "values": packed(values.astype("<f2"))})
    head = model.head
    out.write_text(
        json.dumps({
            "base": hashlib.sha256(file).hexdigest(), "gain": GAIN, "rank": RANK,
            "matrices": matrices, "vectors": vectors,
            "head": {"weights": packed(head.weight.detach().numpy().astype("<f4")), "bias": head.bias.tolist()},
        }, separators=(",", ":")) + "\n",
        encoding="utf-8",
    )  # fmt: skip


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
    """A matrix of RANK rows as bytes, with a scale for each row."""
    scale = np.abs(matrix).max(axis=1, keepdims=True) / 127
    return {"values": packed(np.round(matrix / scale).astype(np.int8)), "scale": scale.ravel().tolist()}


def packed(values: np.ndarray) -> str:
    """Bytes in base64."""
    return base64.b64encode(values.tobytes()).decode()


def main(data: Path, weights: Path, encoder: Path, out: Path) -> None:
    """Trains and writes."""
    torch.manual_seed(0)
    random.seed(0)
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    model = CrossEncoder(weights)
    train(model, rows(data, tokenizer))
    write(model, encoder, out)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
