"""Misconception: lists are faster to walk than arrays, so tolist() makes the loop fast enough.
Shown to the learner: They are, about twice, and every number becomes an object of its own: 28 bytes or more instead of 8. The way out of the loop is not a faster loop. Stay in arrays.
Must fail: forbid
"""
import numpy as np


def session_features(offsets, items, times_ms, k):
    bounds, ids, times = offsets.tolist(), items.tolist(), times_ms.tolist()
    recent, longest, gaps, progress = [], [], [], []
    for start, end in zip(bounds, bounds[1:]):
        recent.append(([0] * k + ids[max(start, end - k) : end])[-k:])
        own = [0.0] * min(1, end - start) + [(b - a) / 1000 for a, b in zip(times[start:end], times[start + 1 : end])]
        gaps.extend(own)
        progress.extend(i / max(end - start - 1, 1) for i in range(end - start))
        longest.append(max(own, default=0.0))
    return {
        "recent": np.array(recent, dtype=np.int64).reshape(-1, k),
        "gap_s": np.array(gaps, dtype=np.float32),
        "progress": np.array(progress, dtype=np.float32),
        "longest_gap_s": np.array(longest, dtype=np.float32),
    }
