"""Misconception: the most recent item belongs in the first column.
Shown to the learner: The prompt, like every sequence model that reads left to right, wants the latest item in the last column and the padding in front. Features in another order train without an error and serve nonsense.
Must fail: same_as_the_loop
"""
import numpy as np


def session_features(offsets, items, times_ms, k):
    starts, ends, lengths = offsets[:-1], offsets[1:], np.diff(offsets)
    full = lengths > 0
    place = ends[:, None] - 1 - np.arange(k)
    inside = place >= starts[:, None]
    recent = np.zeros(place.shape, dtype=np.int64)
    recent[inside] = items[place[inside]]
    gap = np.zeros(len(items))
    gap[1:] = np.diff(times_ms) / 1000
    gap[starts[full]] = 0
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
