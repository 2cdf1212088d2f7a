"""Fits what a story is called from how it is told; request and answer are JSON, standard error tells how well it does."""

from __future__ import annotations

import json
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression

# Of 0.1 to 3 the best on writers left out.
INVERSE_REGULARISATION = 0.5


def fitted(rows: np.ndarray, called: np.ndarray) -> tuple[np.ndarray, np.ndarray, LogisticRegression]:
    """Mean, scale and model."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 0.05
    model = LogisticRegression(C=INVERSE_REGULARISATION, max_iter=2000, class_weight="balanced")
    return mean, scale, model.fit((rows - mean) / scale, called)


def main() -> None:
    """One request, one answer."""
    request = json.load(sys.stdin)
    qualities = request["qualities"]
    rows, called = np.array(request["rows"]), np.array(request["called"])
    writers, names = np.array(request["writers"]), request["names"]
    table = np.zeros((len(qualities), len(qualities)), dtype=int)
    groups = writers if len(set(writers)) > 1 else np.arange(len(rows)) % 5
    for group in sorted(set(groups)):
        held = groups == group
        mean, scale, model = fitted(rows[~held], called[~held])
        guessed = model.predict((rows[held] - mean) / scale)
        for at, guess in zip(np.flatnonzero(held), guessed, strict=True):
            table[qualities.index(called[at]), qualities.index(guess)] += 1
            if guess != called[at]:
                print(f"  {names[at]}: {called[at]}, read as {guess}", file=sys.stderr)
    print(f"standing: {np.trace(table) / table.sum():.3f} of {table.sum()} drafts", file=sys.stderr)
    for quality, row in zip(qualities, table, strict=True):
        print(f"  {quality:10}" + "".join(f"{value:5}" for value in row), file=sys.stderr)
    mean, scale, model = fitted(rows, called)
    order = [list(model.classes_).index(quality) for quality in qualities]
    answer = {
        "mean": np.round(mean, 4).tolist(),
        "scale": np.round(scale, 4).tolist(),
        "bias": np.round(model.intercept_[order], 4).tolist(),
        "weights": np.round(model.coef_[order], 4).tolist(),
    }
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
