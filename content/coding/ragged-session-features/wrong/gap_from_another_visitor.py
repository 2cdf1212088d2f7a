"""Misconception: np.diff of the times gives the gaps.
Shown to the learner: It also subtracts the last click of one visitor from the first of the next. Set the first event of every session to 0 afterwards.
Must fail: sessions_do_not_leak
"""
import numpy as np


def session_features(offsets, items, times_ms, k):
    starts, ends, lengths = offsets[:-1], offsets[1:], np.diff(offsets)
    full = lengths > 0
    place = ends[:, None] + np.arange(-k, 0)
    inside = place >= starts[:, None]
    recent = np.zeros(place.shape, dtype=np.int64)
    recent[inside] = items[place[inside]]
    gap = np.zeros(len(items))
    gap[1:] = np.diff(times_ms) / 1000
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
