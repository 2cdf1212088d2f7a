"""Misconception: an empty cell may keep its old centre, sooner or later points will come.
Shown to the learner: Nothing pulls an empty centre towards the data, so it stays where it is for ever. That avoids the NaN and still wastes the cell: move a point into it.
Must fail: empty_cell_takes_the_farthest_point
"""
import numpy as np


def kmeans(points, centres, max_iterations=100):
    points, centres = points.astype(float), centres.astype(float)
    if len(centres) > len(points):
        raise ValueError("k > n")
    labels, inertias = None, []
    for _ in range(max_iterations):
        new = np.stack([((points - c) ** 2).sum(axis=1) for c in centres], axis=1).argmin(axis=1)
        if labels is not None and (new == labels).all():
            break
        labels = new
        for cell in np.unique(labels):
            centres[cell] = points[labels == cell].mean(axis=0)
        inertias.append(float(((points - centres[labels]) ** 2).sum()))
    return centres, labels, inertias
