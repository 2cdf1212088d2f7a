"""Goes through the bins with masks, or through pieces of the sorted rows, and keeps a list of gaps."""

import math

import numpy as np


def calibration_error(probabilities, labels, bins=15, equal_mass=False):
    p = [float(value) for value in probabilities]
    y = [int(value) for value in labels]
    if not p or any(math.isnan(value) or value < 0 or value > 1 for value in p):
        raise ValueError("no probabilities")
    members = [[] for _ in range(bins)]
    if equal_mass:
        for r, row in enumerate(sorted(range(len(p)), key=p.__getitem__)):  # sorted is stable
            members[r * bins // len(p)].append(row)
    else:
        for row, value in enumerate(p):
            members[max(0, math.ceil(value * bins) - 1)].append(row)
    total, largest = 0.0, 0.0
    for rows in filter(None, members):
        gap = abs(np.mean([p[row] for row in rows]) - np.mean([y[row] for row in rows]))
        total += gap * len(rows)
        largest = max(largest, gap)
    return float(total / len(p)), float(largest)
