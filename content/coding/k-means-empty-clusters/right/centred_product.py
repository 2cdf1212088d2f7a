"""Distances by one matrix product, after moving the data to the origin; means by one product with one-hot labels."""

import numpy as np


def kmeans(points, centres, max_iterations=100):
    n, k = len(points), len(centres)
    if k > n:
        raise ValueError("every cell needs a point of its own")
    origin = np.mean(points, axis=0, dtype=np.float64)
    x, c = points - origin, centres - origin
    half_norms = np.sum(x * x, axis=1, keepdims=True) / 2
    previous, inertias = None, []
    while len(inertias) < max_iterations:
        half_distances = half_norms - x @ c.T + np.sum(c * c, axis=1) / 2
        labels = half_distances.argmin(axis=1)
        spread(labels, half_distances[np.arange(n), labels], k)
        if previous is not None and np.array_equal(labels, previous):
            break
        members = (labels == np.arange(k)[:, None]).astype(np.float64)  # (k, n)
        c = members @ x / members.sum(axis=1, keepdims=True)
        inertias.append(float(np.square(x - c[labels]).sum()))
        previous = labels
    return c + origin, previous, inertias


def spread(labels, distances, k):
    """Walks the points from far to near once an empty cell is found; each gives way where its cell can spare it."""
    sizes = np.bincount(labels, minlength=k)
    holes = [cell for cell in range(k) if sizes[cell] == 0]
    queue = iter(np.argsort(-distances, kind="stable")) if holes else iter(())
    for hole in holes:
        point = next(p for p in queue if sizes[labels[p]] > 1)
        sizes[labels[point]] -= 1
        sizes[hole] = 1
        labels[point] = hole
