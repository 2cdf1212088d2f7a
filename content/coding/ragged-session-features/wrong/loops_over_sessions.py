"""Misconception: the loop touches every event once, so it is linear and cannot be improved.
Shown to the learner: The order is right and the constant is the problem: each step of Python, and each call on a handful of numbers, costs a microsecond or more where NumPy needs nanoseconds. Say what happens to all sessions at once, so that the interpreter counts operations and not sessions.
Must fail: small_batches_cost_the_same
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
