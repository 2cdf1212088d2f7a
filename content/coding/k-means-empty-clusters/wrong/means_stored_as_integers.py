"""Misconception: a copy of the starting centres is a good place to write the means into.
Shown to the learner: A copy keeps the dtype. When the start is int8, each mean is cut to a whole number as it is stored, and nothing warns. Convert to float64 first.
Must fail: quantised_vectors
"""
import numpy as np


def kmeans(points, centres, max_iterations=100):
    points, centres = points.astype(float), centres.copy()
    k = len(centres)
    if k > len(points):
        raise ValueError("k > n")
    labels, inertias = None, []
    for _ in range(max_iterations):
        distances = np.stack([((points - c) ** 2).sum(axis=1) for c in centres], axis=1)
        new = fill(distances.argmin(axis=1), distances.min(axis=1), k)
        if labels is not None and (new == labels).all():
            break
        labels = new
        for cell in range(k):
            centres[cell] = points[labels == cell].mean(axis=0)
        inertias.append(float(((points - centres[labels]) ** 2).sum()))
    return centres.astype(float), labels, inertias


def fill(labels, own, k):
    sizes = np.bincount(labels, minlength=k)
    for empty in np.flatnonzero(sizes == 0):
        farthest = np.where(sizes[labels] > 1, own, -1.0).argmax()
        sizes[labels[farthest]] -= 1
        sizes[empty] += 1
        labels[farthest] = empty
    return labels
