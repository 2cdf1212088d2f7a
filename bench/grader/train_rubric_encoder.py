"""Trains the encoder of rubrics: python train_rubric_encoder.py QUESTIONS WEIGHTS ENCODER OUT [HELD].

QUESTIONS is the bank's folder of questions, WEIGHTS that of all-MiniLM-L6-v2 in full precision (config.json,
model.safetensors, tokenizer.json), ENCODER that of the eight-bit model which set-up fetches, OUT the JSON file. Needs
torch, transformers, tokenizers, onnx and PyYAML, which Holdout itself does not; takes ten minutes on two cores.

Two ways of saying one criterion are drawn together, and pushed apart from the other criteria of the same question, of
other questions, and from mistaken claims (InfoNCE; van den Oord and others, 2018). Sample answers are never read: they
measure. HELD, a number from 0 to 3, leaves a quarter of the questions out, to measure on questions never seen.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import sys
from pathlib import Path
from typing import Any

import torch
import yaml
from low_rank import difference, open_bert, optimiser_of
from tokenizers import Tokenizer
from torch import nn
from transformers import BertModel

STEPS, QUESTIONS_AT_ONCE, MISTAKEN_AT_ONCE, TEMPERATURE, MOST_TOKENS, CHUNK = 260, 8, 24, 0.05, 48, 24
PLACEHOLDER = re.compile(r"\{[a-z][a-z0-9_]*(?::%?\d*)?\}")


def rubrics(folder: Path, held: int | None) -> list[dict[str, Any]]:
    """Criteria (each a list of phrases) and mistaken claims of each question."""
    found = []
    for path in sorted(folder.rglob("*.yaml")):
        question = yaml.safe_load(path.read_text(encoding="utf-8"))
        if held is not None and int(hashlib.sha256(question["id"].encode()).hexdigest(), 16) % 4 == held:
            continue
        criteria = [
            [plain(text) for text in [*each["say"], each["met_when"]]]
            for each in question["rubric"]
            if "number" not in each
        ]
        quoted = [re.findall(r'"([^"]{12,})"', each["not_enough"]) for each in question["rubric"]]
        claims = [plain(each["says"]) for each in question.get("misconceptions", [])]
        found.append({"criteria": criteria, "mistaken": claims + [text for texts in quoted for text in texts]})
    return found


def plain(text: str) -> str:
    """A text with some number in the place of each that is drawn."""
    return PLACEHOLDER.sub("12.3", text)


def embed(bert: BertModel, tokenizer: Tokenizer, texts: list[str]) -> torch.Tensor:
    """Mean over all tokens (n, width), each row of length 1. Texts of like length go together: little is padded."""
    rows = [[101, *tokenizer.encode(text, add_special_tokens=False).ids[:MOST_TOKENS], 102] for text in texts]
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    parts = [
        embed_rows(bert, [rows[at] for at in order[start : start + CHUNK]]) for start in range(0, len(rows), CHUNK)
    ]
    back = torch.empty(len(rows), dtype=torch.long)
    back[torch.tensor(order)] = torch.arange(len(rows))
    return torch.cat(parts)[back]


def embed_rows(bert: BertModel, rows: list[list[int]]) -> torch.Tensor:
    """The same for token ids."""
    longest = max(map(len, rows))
    ids, mask = torch.zeros(len(rows), longest, dtype=torch.long), torch.zeros(len(rows), longest)
    for at, row in enumerate(rows):
        ids[at, : len(row)], mask[at, : len(row)] = torch.tensor(row), 1
    hidden = bert(input_ids=ids, attention_mask=mask).last_hidden_state
    return nn.functional.normalize((hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True), dim=1)


def train(bert: BertModel, tokenizer: Tokenizer, bank: list[dict[str, Any]]) -> None:
    """Each criterion finds its other phrase among all that are in the batch."""
    rates = (1e-3, 3e-4)
    optimiser = optimiser_of(bert, rates)
    learned = [parameter for parameter in bert.parameters() if parameter.requires_grad]
    bert.train()
    for step in range(STEPS):
        factor = min(1, (step + 1) / 20) * max(0.02, (STEPS - step) / STEPS)
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * factor
        chosen = random.sample(bank, QUESTIONS_AT_ONCE)
        pairs = [random.sample(phrases, 2) for question in chosen for phrases in question["criteria"]]
        claims = [text for question in chosen for text in question["mistaken"]]
        mistaken = random.sample(claims, min(len(claims), MISTAKEN_AT_ONCE))
        texts = [first for first, _ in pairs] + [second for _, second in pairs] + mistaken
        first, second, other = embed(bert, tokenizer, texts).split([len(pairs), len(pairs), len(mistaken)])
        target = torch.arange(len(pairs))
        loss = sum(
            nn.functional.cross_entropy(torch.cat([a @ b.T, a @ other.T], dim=1) / TEMPERATURE, target)
            for a, b in ((first, second), (second, first))
        )
        loss.backward()
        nn.utils.clip_grad_norm_(learned, 1.0)
        optimiser.step()
        optimiser.zero_grad()
        if step % 20 == 0:
            print(f"step {step}: loss {loss.item() / 2:.3f}", flush=True)


def main(questions: Path, weights: Path, encoder: Path, out: Path, held: int | None = None) -> None:
    """Trains and writes."""
    torch.manual_seed(0)
    random.seed(0)
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    bert = open_bert(weights)
    train(bert, tokenizer, rubrics(questions, held))
    out.write_text(json.dumps(difference(bert, encoder), separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]), *map(int, sys.argv[5:]))
