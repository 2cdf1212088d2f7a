"""Misconception: |x|² − 2x·c + |c|² is the same as the squared difference, and faster.
Shown to the learner: On paper. At an offset of 1e8 both squares are about 1e16, where float64 steps by 2: the difference you want is lost. Move the data near the origin first (distances do not notice), or subtract before you square.
Must fail: far_from_the_origin
"""
import numpy as np


def kmeans(points, centres, max_iterations=100):
    points, centres = points.astype(float), centres.astype(float)
    k = len(centres)
    if k > len(points):
        raise ValueError("k > n")
    labels, inertias, norms = None, [], (points**2).sum(axis=1)[:, None]
    for _ in range(max_iterations):
        distances = norms - 2 * points @ centres.T + (centres**2).sum(axis=1)
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
