"""Trains the grader's cross-encoder and writes its parameters: python train_cross_encoder.py DATA WEIGHTS ENCODER OUT.

DATA is the folder of the graded sets, WEIGHTS that of all-MiniLM-L6-v2 in full precision (config.json,
model.safetensors, tokenizer.json), ENCODER that of the eight-bit model which set-up fetches, OUT the JSON file. Needs
torch, transformers, tokenizers and onnx, which Holdout itself does not; takes twenty minutes on two cores.

What is learned and written: low_rank.py.
"""

from __future__ import annotations

import json
import math
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from low_rank import RANK, difference, open_bert, optimiser_of, packed
from tokenizers import Tokenizer
from torch import nn

LABELS = {"correct": 0, "incorrect": 1, "contradictory": 2}
SETS = ("beetle", "scientsbank", "saf_english")  # Mohler has no part for training alone: it stays unseen
MOST_REFERENCE, MOST_ANSWER = 110, 128  # tokens
EPOCHS, BATCH = 3, 32


class CrossEncoder(nn.Module):
    """Reference and answer read together: logits of three labels, and one of the score."""

    def __init__(self, weights: Path, rank: int = RANK) -> None:
        super().__init__()
        self.bert = open_bert(weights, rank)
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
    optimiser = optimiser_of(model, (1e-3, 3e-4))
    learned = [parameter for parameter in model.parameters() if parameter.requires_grad]
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
            nn.utils.clip_grad_norm_(learned, 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            if at % 50 == 0:
                print(f"epoch {epoch + 1}, batch {at}: loss {loss.item():.3f}", flush=True)


def write(model: CrossEncoder, encoder: Path, out: Path) -> None:
    """The learned parameters as JSON."""
    head = {"weights": packed(model.head.weight.detach().numpy().astype("<f4")), "bias": model.head.bias.tolist()}
    parameters = difference(model.bert, encoder) | {"head": head}
    out.write_text(json.dumps(parameters, separators=(",", ":")) + "\n", encoding="utf-8")


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
