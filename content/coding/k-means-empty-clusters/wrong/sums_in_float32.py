"""Misconception: float32 in, float32 arithmetic, float64 only at the end.
Shown to the learner: The sum of 30,000 values near 1,000 is 3e7, where float32 steps by 2. Means along the first axis are added up one by one, so the error grows with the cell. Convert before adding, not after.
Must fail: float32_is_summed_in_float64
"""
import numpy as np


def kmeans(points, centres, max_iterations=100):
    kind = np.float32 if points.dtype == np.float32 else np.float64
    points, centres = points.astype(kind), centres.astype(kind)
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
    return centres.astype(np.float64), labels, inertias


def fill(labels, own, k):
    sizes = np.bincount(labels, minlength=k)
    for empty in np.flatnonzero(sizes == 0):
        farthest = np.where(sizes[labels] > 1, own, -1.0).argmax()
        sizes[labels[farthest]] -= 1
        sizes[empty] += 1
        labels[farthest] = empty
    return labels
