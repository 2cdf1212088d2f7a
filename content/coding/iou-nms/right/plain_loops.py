"""One box after another in plain Python, with the kept boxes of each class in lists."""

import numpy as np


def overlap(a, b):
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    shared = width * height
    areas = ((box[2] - box[0]) * (box[3] - box[1]) for box in (a, b))
    return shared / (sum(areas) - shared)


def iou(a, b):
    table = np.zeros((len(a), len(b)))
    for i, first in enumerate(a.astype(float).tolist()):
        for j, second in enumerate(b.astype(float).tolist()):
            table[i, j] = overlap(first, second)
    return table


def nms(boxes, scores, classes, threshold, max_keep):
    rows, labels, values = boxes.astype(float).tolist(), classes.tolist(), scores.tolist()
    survivors = {}
    kept = []
    for i in sorted(range(len(rows)), key=lambda i: (-values[i], i)):
        if len(kept) == max_keep:
            break
        same = survivors.setdefault(labels[i], [])
        if all(overlap(rows[i], rows[j]) <= threshold for j in same):
            same.append(i)
            kept.append(i)
    return np.array(kept, dtype=np.int64)
