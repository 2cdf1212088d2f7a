"""Misconception: the loop touches every event once, so it is linear and cannot be improved.
Shown to the learner: the order is right and the constant is the problem: an interpreted step with NumPy scalars costs a microsecond or more, the same step inside NumPy a few nanoseconds. Say what happens to all events at once; the interpreter should count calls, not events.
Must fail: small_batches_cost_the_same
"""
import numpy as np


def session_features(offsets, items, times_ms, k):
    sessions, n = len(offsets) - 1, len(items)
    recent = np.zeros((sessions, k), dtype=np.int64)
    gap_s = np.zeros(n, dtype=np.float32)
    progress = np.zeros(n, dtype=np.float32)
    longest_gap_s = np.zeros(sessions, dtype=np.float32)
    for s in range(sessions):
        start, end = int(offsets[s]), int(offsets[s + 1])
        for i, event in enumerate(range(start, end)):
            gap_s[event] = (times_ms[event] - times_ms[event - 1]) / 1000 if i > 0 else 0
            progress[event] = i / (end - start - 1) if end - start > 1 else 0
        last = items[max(start, end - k) : end]
        recent[s, k - len(last) :] = last
        longest_gap_s[s] = max(gap_s[start:end], default=0)
    return {"recent": recent, "gap_s": gap_s, "progress": progress, "longest_gap_s": longest_gap_s}
