"""Misconception: heapq.nsmallest does it in one line, so use it.
Shown to the learner: In production, do. In the interview it is the exercise: say what it keeps, what it drops and how it treats ties, then write it.
Must fail: forbid
"""

import heapq

import numpy as np


def k_nearest(query, stream, k):
    pairs = ((record, float(((vector.astype(np.float64) - query) ** 2).sum())) for vector, record in stream)
    return heapq.nsmallest(k, pairs, key=lambda pair: pair[1])
