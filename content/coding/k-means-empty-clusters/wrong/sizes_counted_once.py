"""Misconception: who can spare a point may be decided once, before any point moves.
Shown to the learner: A cell of two is a donor until it has given one away. Keep the sizes up to date while you fill, or the second hole empties the cell that filled the first.
Must fail: a_pair_can_spare_one
"""
import numpy as np


def kmeans(points, centres, max_iterations=100):
    points, centres = points.astype(float), centres.astype(float)
    k = len(centres)
    if k > len(points):
        raise ValueError("k > n")
    labels, inertias = None, []
    for _ in range(max_iterations):
        distances = np.stack([((points - c) ** 2).sum(axis=1) for c in centres], axis=1)
        new, own = distances.argmin(axis=1), distances.min(axis=1)
        sizes = np.bincount(new, minlength=k)
        own[sizes[new] == 1] = -1.0
        for empty in np.flatnonzero(sizes == 0):
            farthest = own.argmax()
            new[farthest], own[farthest] = empty, -1.0
        if labels is not None and (new == labels).all():
            break
        labels = new
        for cell in np.unique(labels):
            centres[cell] = points[labels == cell].mean(axis=0)
        inertias.append(float(((points - centres[labels]) ** 2).sum()))
    return centres, labels, inertias
