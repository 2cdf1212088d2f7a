"""Fits the parts of stories: a linear-chain CRF over what is seen of each sentence; request and answer are JSON.

Two of them, with sentence vectors and by words alone. Standard error tells how well each does on writers left out.
"""

from __future__ import annotations

import base64
import json
import sys
from collections import defaultdict
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

PARTS = ["situation", "task", "action", "result", "learning", "aside"]
LEAST_STORIES = 3
# Penalties on squared weights, of 0.04 to 8 the best on writers left out.
SIGNS, MEANING, STEPS = 4.0, 0.3, 0.3
Story = dict[str, Any]


def log_sum(values: np.ndarray, axis: int) -> np.ndarray:
    """Logarithm of the sum of exponentials along an axis."""
    top = values.max(axis=axis, keepdims=True)
    return np.squeeze(top, axis) + np.log(np.exp(values - top).sum(axis=axis))


class Chain:
    """All stories padded to one length, so that a step of the chain is one operation for all of them."""

    def __init__(self, stories: list[Story]) -> None:
        self.lengths = np.array([len(story["parts"]) for story in stories])
        many, longest = len(stories), int(self.lengths.max())
        self.weights = np.array([story["weight"] for story in stories])
        self.mask = np.arange(longest)[None, :] < self.lengths[:, None]
        self.labels = np.zeros((many, longest), dtype=int)
        for row, story in enumerate(stories):
            self.labels[row, : self.lengths[row]] = [PARTS.index(part) for part in story["parts"]]

    def padded(self, emissions: np.ndarray) -> np.ndarray:
        """(sentences, parts) to (stories, longest, parts)."""
        out = np.zeros((*self.mask.shape, emissions.shape[1]))
        out[self.mask] = emissions
        return out

    def forward(self, emissions: np.ndarray, start: np.ndarray, step: np.ndarray) -> np.ndarray:
        """Log-weights of all beginnings, (stories, longest, parts)."""
        out = np.empty_like(emissions)
        out[:, 0] = start + emissions[:, 0]
        for at in range(1, emissions.shape[1]):
            out[:, at] = emissions[:, at] + log_sum(out[:, at - 1, :, None] + step[None], 1)
        return out

    def backward(self, emissions: np.ndarray, end: np.ndarray, step: np.ndarray) -> np.ndarray:
        """Log-weights of all ends after each sentence."""
        out = np.zeros_like(emissions)
        last = emissions.shape[1] - 1
        out[:, last] = end
        for at in range(last - 1, -1, -1):
            ahead = (emissions[:, at + 1] + out[:, at + 1])[:, None, :] + step[None]
            out[:, at] = np.where((self.lengths - 1 <= at)[:, None], end, log_sum(ahead, 2))
        return out

    def loss(
        self, emissions: np.ndarray, start: np.ndarray, end: np.ndarray, step: np.ndarray
    ) -> tuple[float, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Negative log-likelihood and its gradients."""
        padded = self.padded(emissions)
        rows = np.arange(len(self.lengths))
        ahead, behind = self.forward(padded, start, step), self.backward(padded, end, step)
        total = log_sum(ahead[rows, self.lengths - 1] + end, 1)
        marginal = np.exp(ahead + behind - total[:, None, None]) * self.mask[:, :, None]
        gold = np.eye(len(PARTS))[self.labels] * self.mask[:, :, None]
        weight = self.weights[:, None, None]
        pair = np.exp(
            ahead[:, :-1, :, None]
            + step[None, None]
            + (padded[:, 1:] + behind[:, 1:])[:, :, None, :]
            - total[:, None, None, None]
        ) * (self.mask[:, 1:] * self.weights[:, None])[:, :, None, None]
        both = self.mask[:, 1:] * self.weights[:, None]
        gold_pair = np.einsum("sta,stb,st->ab", gold[:, :-1], gold[:, 1:], both)
        score = (padded * gold).sum((1, 2)) + start[self.labels[:, 0]] + end[self.labels[rows, self.lengths - 1]]
        score += (step[self.labels[:, :-1], self.labels[:, 1:]] * self.mask[:, 1:]).sum(1)
        difference = (marginal - gold) * weight
        last = difference[rows, self.lengths - 1].sum(0)
        return (
            float(((total - score) * self.weights).sum()),
            difference[self.mask],
            difference[:, 0].sum(0),
            last,
            pair.sum((0, 1)) - gold_pair,
        )

    def marginals(self, emissions: np.ndarray, start: np.ndarray, end: np.ndarray, step: np.ndarray) -> np.ndarray:
        """(sentences, parts)."""
        padded = self.padded(emissions)
        logits = self.forward(padded, start, step) + self.backward(padded, end, step)
        logits -= log_sum(logits, 2)[:, :, None]
        return np.exp(logits)[self.mask]


class Model:
    """Weights of signs, of meaning and of steps."""

    def __init__(self, names: list[str], vectors: np.ndarray | None) -> None:
        self.names, self.vectors = names, vectors
        self.index = {name: at for at, name in enumerate(names)}

    def signs_of(self, story: Story) -> list[list[tuple[str, float]]]:
        """What was seen of its sentences, with vectors or without."""
        return story["features"]["lexical" if self.vectors is None else "embedded"]

    def seen(self, stories: list[Story]) -> tuple[csr_matrix, np.ndarray | None]:
        """Signs (sentences, names) and vectors (sentences, width)."""
        rows, columns, values, places, at = [], [], [], [], 0
        for story in stories:
            for own, place in zip(self.signs_of(story), story["vectors"], strict=True):
                for name, value in own:
                    column = self.index.get(name)
                    if column is not None:
                        rows.append(at)
                        columns.append(column)
                        values.append(value)
                places.append(place)
                at += 1
        signs = csr_matrix((values, (rows, columns)), shape=(at, len(self.names)))
        return signs, None if self.vectors is None else self.vectors[places]

    def fit(self, stories: list[Story]) -> None:
        """Least penalised loss, by L-BFGS."""
        chain = Chain(stories)
        signs, vectors = self.seen(stories)
        parts, count = len(PARTS), len(self.names)
        width = 0 if vectors is None else vectors.shape[1]
        sizes = [parts, count * parts, width * parts, parts, parts, parts * parts]
        cuts = np.cumsum(sizes)[:-1]
        penalty = np.concatenate(
            [np.full(size, value) for size, value in zip(sizes, [0.01, SIGNS, MEANING, STEPS, STEPS, STEPS], strict=True)]
        )

        def objective(theta: np.ndarray) -> tuple[float, np.ndarray]:
            bias, sign, meaning, start, end, step = np.split(theta, cuts)
            emissions = bias + signs @ sign.reshape(count, parts)
            if vectors is not None:
                emissions = emissions + vectors @ meaning.reshape(width, parts)
            loss, out, first, last, pair = chain.loss(emissions, start, end, step.reshape(parts, parts))
            pieces = [
                out.sum(0),
                (signs.T @ out).ravel(),
                np.zeros(0) if vectors is None else (vectors.T @ out).ravel(),
                first,
                last,
                pair.ravel(),
            ]
            return loss + 0.5 * float((penalty * theta**2).sum()), np.concatenate(pieces) + penalty * theta

        found = minimize(objective, np.zeros(sum(sizes)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
        bias, sign, meaning, start, end, step = np.split(found.x, cuts)
        self.bias, self.sign, self.meaning = bias, sign.reshape(count, parts), meaning.reshape(width, parts)
        self.start, self.end, self.step = start, end, step.reshape(parts, parts)

    def predict(self, stories: list[Story]) -> np.ndarray:
        """Probabilities of parts, (sentences, parts)."""
        signs, vectors = self.seen(stories)
        emissions = self.bias + signs @ self.sign
        if vectors is not None:
            emissions = emissions + vectors @ self.meaning
        return Chain(stories).marginals(emissions, self.start, self.end, self.step)


def names_in(stories: list[Story]) -> list[str]:
    """Signs that several drafts show."""
    drafts: dict[str, set[str]] = defaultdict(set)
    for story in stories:
        for own in story["features"]["embedded"]:
            for name, _ in own:
                drafts[name].add(story["name"])
    return sorted(name for name, seen in drafts.items() if len(seen) >= LEAST_STORIES)


def measure(stories: list[Story], vectors: np.ndarray | None) -> dict[str, list[list[float]]]:
    """Leaves each writer out in turn, and tells the probabilities of the parts of each draft that was left out.

    One writer alone is cut into five groups of drafts.
    """
    told = {}
    writers = sorted({story["writer"] for story in stories})
    names = sorted({story["name"] for story in stories})
    groups = (
        [{story["name"] for story in stories if story["writer"] == writer} for writer in writers]
        if len(writers) > 1
        else [set(names[at::5]) for at in range(5)]
    )
    table = np.zeros((len(PARTS), len(PARTS)), dtype=int)
    for group in groups:
        train = [story for story in stories if story["name"] not in group]
        test = [story for story in stories if story["name"] in group and story["own"]]
        model = Model(names_in(train), vectors)
        model.fit(train)
        likely = model.predict(test)
        ends = np.cumsum([len(story["parts"]) for story in test])[:-1]
        for story, rows in zip(test, np.split(likely, ends), strict=True):
            told[story["name"]] = np.round(rows, 4).tolist()
        guessed = likely.argmax(1)
        wanted = [PARTS.index(part) for story in test for part in story["parts"]]
        own = np.zeros_like(table)
        np.add.at(own, (wanted, guessed), 1)
        who = next(iter({story["writer"] for story in test}))
        print(f"  without {who}: {np.trace(own) / own.sum():.3f} of {own.sum()} sentences", file=sys.stderr)
        table += own
    print(f"{'words alone' if vectors is None else 'with vectors'}: {np.trace(table) / table.sum():.3f}", file=sys.stderr)
    for part, row in zip(PARTS, table, strict=True):
        print(f"  {part:10}" + "".join(f"{value:5}" for value in row), file=sys.stderr)
    return told


def eight_bit(weights: np.ndarray) -> dict[str, Any]:
    """(rows, columns) as bytes, with a scale for each row."""
    scale = np.maximum(np.abs(weights).max(axis=1), 1e-9) / 127
    return {
        "scale": [float(f"{each:.4g}") for each in scale],
        "values": base64.b64encode(np.round(weights / scale[:, None]).astype(np.int8).tobytes()).decode(),
    }


def written(model: Model) -> dict[str, Any]:
    """What the reader reads: only signs that tell something."""
    telling = np.abs(model.sign).max(axis=1) >= 0.05
    return {
        "parts": PARTS,
        "bias": np.round(model.bias, 3).tolist(),
        "names": [name for name, keep in zip(model.names, telling, strict=True) if keep],
        "signs": eight_bit(model.sign[telling].T),
        "meaning": eight_bit(model.meaning.T) if model.vectors is not None else None,
        "start": np.round(model.start, 3).tolist(),
        "end": np.round(model.end, 3).tolist(),
        "step": np.round(model.step, 3).tolist(),
    }


def main() -> None:
    """One request, one answer."""
    request = json.load(sys.stdin)
    stories, vectors = request["stories"], np.array(request["vectors"])
    answer = {"left_out": {}}
    for name, own in (("embedded", vectors), ("lexical", None)):
        answer["left_out"][name] = measure(stories, own)
        model = Model(names_in(stories), own)
        model.fit(stories)
        answer[name] = written(model)
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
