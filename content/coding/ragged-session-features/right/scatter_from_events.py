"""Works from the events outward: each event knows its session, and writes where it belongs."""

import numpy as np


def session_features(offsets, items, times_ms, k):
    sessions, n = len(offsets) - 1, len(items)
    session = np.zeros(n + 1, dtype=np.int64)
    np.add.at(session, offsets[1:-1], 1)
    session = session[:n].cumsum()  # (n,) which session an event belongs to
    event = np.arange(n)
    from_start = event - offsets[session]
    to_end = offsets[session + 1] - 1 - event

    late = to_end < k
    recent = np.zeros((sessions, k), dtype=np.int64)
    recent[session[late], k - 1 - to_end[late]] = items[late]

    before = times_ms[np.maximum(event - 1, 0)]
    gap = np.where(from_start == 0, 0, times_ms - before) / 1000
    length = from_start + to_end
    progress = np.divide(from_start, length, out=np.zeros(n), where=length > 0)
    longest = np.zeros(sessions)
    np.maximum.at(longest, session, gap)
    return {
        "recent": recent,
        "gap_s": gap.astype(np.float32),
        "progress": progress.astype(np.float32),
        "longest_gap_s": longest.astype(np.float32),
    }
