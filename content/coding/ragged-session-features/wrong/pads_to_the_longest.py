"""Misconception: pad every session to the longest one and the rest is plain arrays.
Shown to the learner: It is, in S × longest memory. One bot with half of the events makes that table quadratic in the day, and nearly all of it padding. Pad only what is asked for, the last k; keep the rest flat.
Must fail: one_bot_costs_its_events_only
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
    wide = int(lengths.max(initial=1))
    column = np.arange(wide)
    place = starts[:, None] + column
    real = column < lengths[:, None]
    table = np.zeros(place.shape)
    table[real] = gap[place[real]]
    longest = table.max(axis=1, initial=0)
    return {
        "recent": recent,
        "gap_s": gap.astype(np.float32),
        "progress": progress.astype(np.float32),
        "longest_gap_s": longest.astype(np.float32),
    }
