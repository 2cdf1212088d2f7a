"""Misconception: session_id == s picks out the events of a session, and NumPy makes that fast.
Shown to the learner: Each such mask reads the whole log: sessions times events. The log is already in order of sessions, so a session is a slice; its offsets say where.
Must fail: grows_with_the_events
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
    progress = index / np.maximum(np.repeat(lengths - 1, lengths), 1)
    session = np.repeat(np.arange(len(lengths)), lengths)
    longest = np.array([gap[session == s].max() for s in range(len(lengths))])
    return {
        "recent": recent,
        "gap_s": gap.astype(np.float32),
        "progress": progress.astype(np.float32),
        "longest_gap_s": longest.astype(np.float32),
    }
