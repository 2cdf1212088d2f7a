import numpy as np


def kmeans(
    points: np.ndarray, centres: np.ndarray, max_iterations: int = 100
) -> tuple[np.ndarray, np.ndarray, list[float]]:
    """Lloyd's algorithm in which no cell stays empty.

    points : (n, d); centres : (k, d) where to start, k <= n (else ValueError).
    Returns centres (k, d) float64, labels (n,), and the inertia after each update, which never rises.
    """
    points, centres = points.astype(np.float64), centres.astype(np.float64)
    if len(centres) > len(points):
        raise ValueError("more cells than points")
    labels = np.array([])
    inertias: list[float] = []
    for _ in range(max_iterations):
        before, labels = labels, _assign(points, centres)
        if np.array_equal(labels, before):
            break
        centres = _means(points, labels, len(centres))
        inertias.append(float(((points - centres[labels]) ** 2).sum()))
    return centres, labels, inertias


def _assign(points: np.ndarray, centres: np.ndarray) -> np.ndarray:
    """Nearest centre of each point (n,), empty cells filled with the farthest points that can be spared."""
    # Differences before squares: |x|^2 - 2xc + |c|^2 would lose every digit far from the origin.
    distances = np.stack([((points - centre) ** 2).sum(axis=1) for centre in centres], axis=1)
    labels = distances.argmin(axis=1)
    own = distances.min(axis=1)
    for empty in np.flatnonzero(np.bincount(labels, minlength=len(centres)) == 0):
        shares_its_cell = np.bincount(labels)[labels] > 1
        farthest = np.where(shares_its_cell, own, -np.inf).argmax()
        labels[farthest] = empty
    return labels


def _means(points: np.ndarray, labels: np.ndarray, k: int) -> np.ndarray:
    """Mean (k, d) of the points of each cell; no cell is empty."""
    return np.stack([points[labels == cell].mean(axis=0) for cell in range(k)])
