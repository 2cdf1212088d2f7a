"""Gradients row by row with the Jacobian of the normalisation written out."""

import numpy as np


def infonce_loss(queries, keys, temperature, ids=None):
    n = len(queries)
    q, k = np.asarray(queries, dtype=float), np.asarray(keys, dtype=float)
    units = [[row / np.sqrt(row @ row) if row.any() else row for row in side] for side in (q, k)]
    loss, inner = 0.0, [np.zeros_like(q), np.zeros_like(k)]
    for side in (0, 1):
        for i in range(n):
            others = [j for j in range(n) if ids is None or j == i or ids[j] != ids[i]]
            scores = np.array([units[side][i] @ units[1 - side][j] for j in others]) / temperature
            top = scores.max()
            lse = top + np.log(np.exp(scores - top).sum())
            loss += lse - scores[others.index(i)]
            for j, share in zip(others, np.exp(scores - lse)):
                weight = (share - (j == i)) / temperature
                inner[side][i] += weight * units[1 - side][j]
                inner[1 - side][j] += weight * units[side][i]
    outer = []
    for side, raw in ((0, q), (1, k)):
        rows = np.zeros_like(raw)
        for i, row in enumerate(raw):
            if row.any():
                u = units[side][i]
                rows[i] = (np.eye(len(row)) - np.outer(u, u)) @ inner[side][i] / np.sqrt(row @ row)
        outer.append(rows / (2 * n))
    return loss / (2 * n), outer[0], outer[1]
