"""Fits the trees that say whether a criterion is met: a request on stdin, parameters and figures on stdout, both JSON.

A request is {"features": [[...], ...], "label": [...], "group": [...], "weight": [...]}. The answer has the trees, and
`crossed`: for each row the probability that was fitted without its question.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import numpy as np
from fit import sum_of_trees
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

SEEDS = range(2)
TREES: dict[str, Any] = {
    "max_iter": 300, "learning_rate": 0.05, "max_leaf_nodes": 8, "min_samples_leaf": 20, "l2_regularization": 5.0,
    "max_features": 0.5, "early_stopping": False,
}  # fmt: skip


def main() -> None:
    """One request, one answer."""
    request = json.load(sys.stdin)
    x = np.array(request["features"], dtype=np.float64)
    label, group = np.array(request["label"]), np.array(request["group"])
    weight = np.array(request["weight"], dtype=np.float64)
    crossed = np.zeros(len(label))
    for train, held in GroupKFold(n_splits=5).split(x, groups=group):
        models = fit(x[train], label[train], weight[train])
        crossed[held] = np.mean([model.predict_proba(x[held])[:, 1] for model in models], axis=0)
    trees = sum_of_trees(fit(x, label, weight), 1)
    json.dump({"criterion": [trees], "crossed": crossed.tolist()}, sys.stdout)


def fit(x: np.ndarray, label: np.ndarray, weight: np.ndarray) -> list[HistGradientBoostingClassifier]:
    """One model for each seed."""
    return [
        HistGradientBoostingClassifier(**TREES, random_state=seed).fit(x, label, sample_weight=weight) for seed in SEEDS
    ]


if __name__ == "__main__":
    main()
