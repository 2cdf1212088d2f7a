"""Trains the reader of claims: python train_claims.py CONTENT DATA WEIGHTS ENCODER OUT [HELD].

CONTENT is the bank's folder, DATA that of the graded sets (for how students really phrase things), WEIGHTS that of
all-MiniLM-L6-v2 in full precision (config.json, model.safetensors, tokenizer.json), ENCODER that of the eight-bit
model which set-up fetches, OUT the JSON file. Needs torch, transformers, tokenizers, onnx and PyYAML, which Holdout
itself does not; takes twenty minutes on two cores.

It reads a phrase and a passage together and says what the passage does with the phrase (claim_pairs.py): nearness
alone cannot tell what is claimed from what is merely named. HELD, a number from 0 to 3, leaves a quarter of the
topics out and tells how it does on them.
"""

from __future__ import annotations

import math
import random
import sys
from pathlib import Path

import torch
from claim_pairs import Pair, pairs, rubrics
from low_rank import optimiser_of
from tokenizers import Tokenizer
from torch import nn
from train_cross_encoder import BATCH, CrossEncoder, batches, padded, rows, write

EPOCHS, OF_STUDENTS, RANK = 3, 0.15, 16
MOST_PHRASE, MOST_PASSAGE = 48, 80  # tokens; as in src/shared/grader/rubric/claims.ts

Row = tuple[list[int], int, int]


def row_of(pair: Pair, tokenizer: Tokenizer) -> Row:
    """Token ids, length of the first segment, and label."""
    first = [101, *tokenizer.encode(pair.phrase, add_special_tokens=False).ids[:MOST_PHRASE], 102]
    passage = tokenizer.encode(pair.passage, add_special_tokens=False).ids[:MOST_PASSAGE]
    return [*first, *passage, 102], len(first), pair.label


def train(model: CrossEncoder, bank: list, students: list[Row], tokenizer: Tokenizer) -> None:
    """Cross-entropy of what the passage does; pairs are drawn anew in each epoch."""
    optimiser = optimiser_of(model, (1e-3, 3e-4))
    learned = [parameter for parameter in model.parameters() if parameter.requires_grad]
    expected = len(pairs(bank)) * (1 + OF_STUDENTS)
    steps = EPOCHS * math.ceil(expected / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, step / 60) * max(0.02, (steps - step) / steps)
    )
    model.train()
    for epoch in range(EPOCHS):
        items = [row_of(pair, tokenizer) for pair in pairs(bank)]
        items += random.sample(students, min(len(students), int(OF_STUDENTS * len(items))))
        running = 0.0
        for at, batch in enumerate(batches(items)):
            loss = nn.functional.cross_entropy(
                model(*padded(batch)), torch.tensor([label for *_, label in batch]), label_smoothing=0.05
            )
            loss.backward()
            nn.utils.clip_grad_norm_(learned, 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            running = loss.item() if at == 0 else 0.95 * running + 0.05 * loss.item()
            if at % 50 == 0:
                print(f"epoch {epoch + 1}, batch {at} of {len(items) // BATCH}: loss {running:.3f}", flush=True)


@torch.no_grad()
def tell(model: CrossEncoder, bank: list, tokenizer: Tokenizer) -> None:
    """What is made of pairs of topics that were left out: a line for each label."""
    model.eval()
    table = torch.zeros(4, 4, dtype=torch.long)
    for batch in batches([row_of(pair, tokenizer) for pair in pairs(bank)]):
        for (*_, label), said in zip(batch, model(*padded(batch)).argmax(1).tolist(), strict=True):
            table[label, said] += 1
    print(table)


def main(content: Path, data: Path, weights: Path, encoder: Path, out: Path, held: int | None = None) -> None:
    """Trains and writes."""
    torch.manual_seed(0)
    random.seed(0)
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    bank = rubrics(content)
    seen = [rubric for at, rubric in enumerate(bank) if held is None or at % 4 != held]
    students = [(ids, first, label) for ids, first, label, _ in rows(data, tokenizer) if label >= 0]
    model = CrossEncoder(weights, RANK)
    train(model, seen, students, tokenizer)
    if held is not None:
        tell(model, bank[held::4], tokenizer)
    model.eval()
    write(model, encoder, out)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:6]), *map(int, sys.argv[6:]))
