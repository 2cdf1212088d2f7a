"""Misconception: points[:, None] - centres is the vectorised way to get distances.
Shown to the learner: It builds an n × k × d table only to sum it away. With 40 million vectors, 1,024 cells and 128 dimensions that is 42 terabytes; work one centre at a time, or through a matrix product.
Must fail: no_third_axis
"""
import numpy as np


def kmeans(points, centres, max_iterations=100):
    points, centres = points.astype(float), centres.astype(float)
    k = len(centres)
    if k > len(points):
        raise ValueError("k > n")
    labels, inertias = None, []
    for _ in range(max_iterations):
        distances = ((points[:, None] - centres) ** 2).sum(axis=2)
        new = fill(distances.argmin(axis=1), distances.min(axis=1), k)
        if labels is not None and (new == labels).all():
            break
        labels = new
        centres = np.stack([points[labels == cell].mean(axis=0) for cell in range(k)])
        inertias.append(float(((points - centres[labels]) ** 2).sum()))
    return centres, labels, inertias


def fill(labels, own, k):
    sizes = np.bincount(labels, minlength=k)
    for empty in np.flatnonzero(sizes == 0):
        farthest = np.where(sizes[labels] > 1, own, -1.0).argmax()
        sizes[labels[farthest]] -= 1
        sizes[empty] += 1
        labels[farthest] = empty
    return labels
