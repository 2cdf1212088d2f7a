import numpy as np


def session_features(offsets: np.ndarray, items: np.ndarray, times_ms: np.ndarray, k: int) -> dict[str, np.ndarray]:
    """Features of S sessions in a flat log of n events, in O(n + S k) and without a Python loop.

    offsets : (S + 1,); items, times_ms : (n,).
    Returns recent (S, k) int64, gap_s (n,), progress (n,) and longest_gap_s (S,) float32.
    """
    starts, ends, lengths = offsets[:-1], offsets[1:], np.diff(offsets)
    full = lengths > 0
    first = starts[full]

    place = ends[:, None] + np.arange(-k, 0)  # of the last k events, were the session long enough
    inside = place >= starts[:, None]
    recent = np.zeros(place.shape, dtype=np.int64)
    recent[inside] = items[place[inside]]

    gap_ms = np.zeros(len(items))
    gap_ms[1:] = np.diff(times_ms)  # of whole milliseconds: float32 cannot hold today's date
    gap_ms[first] = 0
    gap_s = (gap_ms / 1000).astype(np.float32)

    index = np.arange(len(items)) - np.repeat(starts, lengths)
    last_index = np.repeat(lengths - 1, lengths)
    progress = (index / np.maximum(last_index, 1)).astype(np.float32)

    longest_gap_s = np.zeros(len(lengths), dtype=np.float32)
    if first.size:  # between the starts of full sessions lie exactly their events, so reduceat is right for them
        longest_gap_s[full] = np.maximum.reduceat(gap_s, first)

    return {"recent": recent, "gap_s": gap_s, "progress": progress, "longest_gap_s": longest_gap_s}
