"""Misconception: items[end - k : end] for every session, by one index array, gives the last k.
Shown to the learner: For a session shorter than k the window reaches into the session in front of it, and at the start of the log negative indices read its end. Keep only places at or after the start of the session.
Must fail: sessions_do_not_leak
"""
import numpy as np


def session_features(offsets, items, times_ms, k):
    starts, ends, lengths = offsets[:-1], offsets[1:], np.diff(offsets)
    full = lengths > 0
    place = ends[:, None] + np.arange(-k, 0)
    recent = items[place].astype(np.int64) if len(items) else np.zeros(place.shape, dtype=np.int64)
    recent[~full] = 0
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
