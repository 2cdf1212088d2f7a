"""Misconception: adding class times the largest coordinate keeps the classes apart.
Shown to the learner: It does so for coordinates from 0 on. With negative ones the shifted class can land on its neighbour, and large class numbers cost the digits of the coordinates.
Must fail: classes_are_apart
"""

import numpy as np


def iou(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Intersection over union (n, m) of boxes x1, y1, x2, y2; 0 for empty boxes."""
    a, b = a.astype(np.float64), b.astype(np.float64)
    low, high = np.maximum(a[:, None, :2], b[:, :2]), np.minimum(a[:, None, 2:], b[:, 2:])
    shared = _area(low, high)
    union = _area(a[:, None, :2], a[:, None, 2:]) + _area(b[:, :2], b[:, 2:]) - shared
    return np.divide(shared, union, out=np.zeros_like(shared), where=union > 0)


def nms(
    boxes: np.ndarray, scores: np.ndarray, classes: np.ndarray, threshold: float, max_keep: int
) -> np.ndarray:
    """Indices of the boxes that greedy suppression within each class keeps, best first, at most `max_keep`."""
    boxes = boxes + (classes * boxes.max(initial=0.0))[:, None]
    left = np.argsort(-scores, kind="stable")
    kept = []
    while len(left) > 0 and len(kept) < max_keep:
        best, rest = left[0], left[1:]
        kept.append(best)
        overlap = iou(boxes[[best]], boxes[rest]).ravel()
        left = rest[overlap <= threshold]
    return np.array(kept, dtype=np.int64)


def _area(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Area between corners; a side that runs backwards counts as 0, or two of them would make an area."""
    return np.prod(np.maximum(high - low, 0.0), axis=-1)
