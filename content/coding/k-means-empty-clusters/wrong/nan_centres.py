"""Misconception: the mean of an empty cell takes care of itself.
Shown to the learner: The mean of no points is 0/0. np.argmin takes the NaN distance for the smallest and sends everything to that cell; hide the NaN from it, and the cell is dead for ever. Fill the hole before you take means.
Must fail: empty_cell_takes_the_farthest_point
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
        new = np.where(np.isnan(distances), np.inf, distances).argmin(axis=1)
        if labels is not None and (new == labels).all():
            break
        labels = new
        sums = np.stack([points[labels == cell].sum(axis=0) for cell in range(k)])
        with np.errstate(invalid="ignore"):
            centres = sums / np.bincount(labels, minlength=k)[:, None]
        inertias.append(float(((points - centres[labels]) ** 2).sum()))
    return centres, labels, inertias
