"""Misconception: the times are not needed any more, so the gaps can be written over them.
Shown to the learner: The arrays are views of a file that other features read too; here they are even read-only. Write into an array of your own.
Must fail: read_only_views
"""
import numpy as np


def session_features(offsets, items, times_ms, k):
    starts, ends, lengths = offsets[:-1], offsets[1:], np.diff(offsets)
    full = lengths > 0
    place = ends[:, None] + np.arange(-k, 0)
    inside = place >= starts[:, None]
    recent = np.zeros(place.shape, dtype=np.int64)
    recent[inside] = items[place[inside]]
    times_ms[1:] -= times_ms[:-1].copy()
    times_ms[starts[full]] = 0
    gap = times_ms / 1000
    index = np.arange(len(items)) - np.repeat(starts, lengths)
    progress = index / np.maximum(np.repeat(lengths - 1, lengths), 1)
    longest = np.zeros(len(lengths))
    if full.any():
        longest[full] = np.maximum.reduceat(gap, starts[full])
    return {
        "recent": recent,
        "gap_s": gap.astype(np.float32),
        "progress": progress.astype(np.float32),
        "longest_gap_s": longest.astype(np.float32),
    }
