"""Misconception: index / (length - 1) is the progress, whatever the length.
Shown to the learner: In a session of one event that is 0 / 0: NaN, which one matrix product later is everywhere in the batch. Decide what a single event means (here 0) and keep the division away from it.
Must fail: single_clicks
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
    gap[starts[full]] = 0
    index = np.arange(len(items)) - np.repeat(starts, lengths)
    with np.errstate(invalid="ignore"):
        progress = index / np.repeat(lengths - 1, lengths)
    longest = np.zeros(len(lengths))
    if full.any():
        longest[full] = np.maximum.reduceat(gap, starts[full])
    return {
        "recent": recent,
        "gap_s": gap.astype(np.float32),
        "progress": progress.astype(np.float32),
        "longest_gap_s": longest.astype(np.float32),
    }
