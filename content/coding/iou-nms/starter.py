import numpy as np


def iou(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Intersection over union (n, m) of boxes x1, y1, x2, y2; 0 for empty boxes."""
    raise NotImplementedError


def nms(
    boxes: np.ndarray, scores: np.ndarray, classes: np.ndarray, threshold: float, max_keep: int
) -> np.ndarray:
    """Indices of the boxes that greedy suppression within each class keeps, best first, at most `max_keep`."""
    raise NotImplementedError
