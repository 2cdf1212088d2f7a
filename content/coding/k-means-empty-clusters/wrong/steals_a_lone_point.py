"""Misconception: the farthest point of all is always the right one to move.
Shown to the learner: When the farthest point is alone in its cell, moving it fills one hole and opens another. Only a cell with at least two points can spare one.
Must fail: lone_outlier_keeps_its_cell
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
        for empty in np.flatnonzero(np.bincount(new, minlength=k) == 0):
            farthest = own.argmax()
            new[farthest], own[farthest] = empty, -1.0
        if labels is not None and (new == labels).all():
            break
        labels = new
        for cell in np.unique(labels):
            centres[cell] = points[labels == cell].mean(axis=0)
        inertias.append(float(((points - centres[labels]) ** 2).sum()))
    return centres, labels, inertias
