"""Misconception: one NumPy call for each session is vectorised code.
Shown to the learner: each call costs a microsecond or so before it touches a number, and here there are several for every four clicks: the same events cost many times more when they come in short sessions. Ask for all sessions at once: offsets, repeat and a segmented reduction take the place of the loop.
Must fail: short_sessions_cost_no_more
"""
import numpy as np


def session_features(offsets, items, times_ms, k):
    sessions = len(offsets) - 1
    recent = np.zeros((sessions, k), dtype=np.int64)
    gap_s = np.zeros(len(items), dtype=np.float32)
    progress = np.zeros(len(items), dtype=np.float32)
    longest = np.zeros(sessions, dtype=np.float32)
    for s in range(sessions):
        start, end = offsets[s], offsets[s + 1]
        if start == end:
            continue
        last = items[max(start, end - k) : end]
        recent[s, k - len(last) :] = last
        gap_s[start + 1 : end] = np.diff(times_ms[start:end]) / 1000
        if end - start > 1:
            progress[start:end] = np.arange(end - start) / (end - start - 1)
        longest[s] = gap_s[start:end].max()
    return {"recent": recent, "gap_s": gap_s, "progress": progress, "longest_gap_s": longest}
