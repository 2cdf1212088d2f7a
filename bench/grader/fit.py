"""Fits the grader's trees: reads a request on stdin, writes parameters or predictions to stdout, both JSON.

A request is {"features": [[...], ...], "score": [...], "label": [...], "group": [...], "weight": [...], "mode": ...}.
`label` is 0 correct, 1 incorrect, 2 contradictory, -1 unknown. Mode "fit" gives the parameters; mode "leave-group-out"
gives for each row the score that was fitted without its group.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import numpy as np
from sklearn.ensemble import ExtraTreesRegressor, HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.model_selection import GroupKFold

SEEDS = range(3)
TREES: dict[str, Any] = {
    "max_iter": 150, "learning_rate": 0.04, "max_leaf_nodes": 8, "min_samples_leaf": 30, "l2_regularization": 5.0,
    "max_features": 0.4, "early_stopping": False,
}  # fmt: skip


def main() -> None:
    """One request, one answer."""
    request = json.load(sys.stdin)
    x = np.array(request["features"], dtype=np.float64)
    score, label = np.array(request["score"], dtype=np.float64), np.array(request["label"])
    group, weight = np.array(request["group"]), np.array(request["weight"], dtype=np.float64)
    if request["mode"] == "leave-group-out":
        answer: Any = leave_group_out(x, score, group, weight).tolist()
    else:
        answer = fit(x, score, label, group, weight)
    json.dump(answer, sys.stdout)


def leave_group_out(x: np.ndarray, score: np.ndarray, group: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Scores (n,), each from trees that never saw a row of its group."""
    predicted = np.zeros(len(score))
    for one in np.unique(group):
        held = group == one
        predicted[held] = predict(fit_score(x[~held], score[~held], weight[~held]), x[held])
    return predicted


def fit(x: np.ndarray, score: np.ndarray, label: np.ndarray, group: np.ndarray, weight: np.ndarray) -> dict[str, Any]:
    """Trees for score and label, and how the error of the score depends on it, from grouped cross-validation."""
    known = label >= 0
    rare = np.sqrt(known.sum() / 3 / np.bincount(label[known]))  # contradictions are rare; half way to equal weight
    labels = [
        HistGradientBoostingClassifier(**TREES, random_state=seed).fit(
            x[known], label[known], sample_weight=rare[label[known]]
        )
        for seed in SEEDS
    ]
    crossed = np.zeros(len(score))
    for train, held in GroupKFold(n_splits=5).split(x, groups=group):
        crossed[held] = predict(fit_score(x[train], score[train], weight[train]), x[held])
    spread = np.stack([np.ones(len(score)), crossed * (1 - crossed)], axis=1)
    (base, slope), *_ = np.linalg.lstsq(spread, (crossed - score) ** 2, rcond=None)
    boosted, forest = fit_score(x, score, weight)
    return {
        "score": [sum_of_trees(boosted, 1), mean_of_trees(forest)],
        "label": [sum_of_trees(labels, 3)],
        "error": {"base": float(max(base, 1e-4)), "slope": float(max(slope, 0.0))},
    }


def fit_score(x: np.ndarray, score: np.ndarray, weight: np.ndarray) -> tuple[list[Any], ExtraTreesRegressor]:
    """Boosted trees, one model for each seed, and a forest of random ones: their errors differ."""
    boosted = [
        HistGradientBoostingRegressor(**TREES, random_state=seed).fit(x, score, sample_weight=weight) for seed in SEEDS
    ]
    forest = ExtraTreesRegressor(60, min_samples_leaf=0.005, max_features=0.5, random_state=0, n_jobs=2)
    return boosted, forest.fit(x, score, sample_weight=weight)


def predict(models: tuple[list[Any], ExtraTreesRegressor], x: np.ndarray) -> np.ndarray:
    """Scores (n,) in 0..1: the mean of both kinds."""
    boosted, forest = models
    return ((np.mean([model.predict(x) for model in boosted], axis=0) + forest.predict(x)) / 2).clip(0, 1)


def sum_of_trees(models: list[Any], outputs: int) -> dict[str, Any]:
    """The mean of boosted models as one sum of trees."""
    start = np.mean([np.asarray(model._baseline_prediction).ravel()[:outputs] for model in models], axis=0)
    rounds = [
        [tree(predictor, 1 / len(models)) for predictor in each] for model in models for each in model._predictors
    ]
    return {"start": [float(f"{value:.6g}") for value in start], "trees": rounds}


def mean_of_trees(forest: ExtraTreesRegressor) -> dict[str, Any]:
    """A forest as a sum of trees."""
    return {
        "start": [0.0],
        "trees": [[random_tree(each.tree_, 1 / len(forest.estimators_))] for each in forest.estimators_],
    }


def tree(predictor: Any, share: float) -> dict[str, list[float]]:
    """One boosted tree as parallel lists, its leaves times `share`; a leaf has feature -1."""
    nodes = predictor.nodes
    leaf = nodes["is_leaf"].astype(bool)
    return {
        "feature": np.where(leaf, -1, nodes["feature_idx"]).tolist(),
        "threshold": [
            0.0 if stop else float(f"{value:.6g}") for stop, value in zip(leaf, nodes["num_threshold"], strict=True)
        ],
        "left": np.where(leaf, 0, nodes["left"]).tolist(),
        "right": np.where(leaf, 0, nodes["right"]).tolist(),
        "value": [
            float(f"{share * value:.4g}") if stop else 0.0 for stop, value in zip(leaf, nodes["value"], strict=True)
        ],
    }


def random_tree(nodes: Any, share: float) -> dict[str, list[float]]:
    """The same for a tree of a forest."""
    leaf = nodes.children_left < 0
    return {
        "feature": np.where(leaf, -1, nodes.feature).tolist(),
        "threshold": [
            0.0 if stop else float(f"{value:.6g}") for stop, value in zip(leaf, nodes.threshold, strict=True)
        ],
        "left": np.where(leaf, 0, nodes.children_left).tolist(),
        "right": np.where(leaf, 0, nodes.children_right).tolist(),
        "value": [
            float(f"{share * value:.4g}") if stop else 0.0
            for stop, value in zip(leaf, nodes.value.ravel(), strict=True)
        ],
    }


if __name__ == "__main__":
    main()
