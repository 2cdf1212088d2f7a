"""Misconception: k-means has converged when inertia improves by less than a thousandth.
Shown to the learner: A small step is not the end: centres can travel far along a slope that is nearly flat. The rule here is exact, no label changes, and it needs no tolerance to choose.
Must fail: slow_start_is_followed_to_the_end
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
        new = fill(distances.argmin(axis=1), distances.min(axis=1), k)
        if labels is not None and (new == labels).all():
            break
        labels = new
        centres = np.stack([points[labels == cell].mean(axis=0) for cell in range(k)])
        inertias.append(float(((points - centres[labels]) ** 2).sum()))
        if len(inertias) > 1 and inertias[-2] - inertias[-1] < 1e-3 * inertias[-2]:
            break
    return centres, labels, inertias


def fill(labels, own, k):
    sizes = np.bincount(labels, minlength=k)
    for empty in np.flatnonzero(sizes == 0):
        farthest = np.where(sizes[labels] > 1, own, -1.0).argmax()
        sizes[labels[farthest]] -= 1
        sizes[empty] += 1
        labels[farthest] = empty
    return labels
