"""Misconception: reduceat with the starts of all sessions gives each session its maximum.
Shown to the learner: Where two starts are equal, reduceat does not reduce an empty slice: it returns the element at that place, which belongs to the next session, and a start at the end of the log is an error. Reduce over the sessions that have events and leave 0 in the others.
Must fail: empty_sessions
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
    longest = np.maximum.reduceat(gap, starts) if len(starts) else np.zeros(0)
    return {
        "recent": recent,
        "gap_s": gap.astype(np.float32),
        "progress": progress.astype(np.float32),
        "longest_gap_s": longest.astype(np.float32),
    }
