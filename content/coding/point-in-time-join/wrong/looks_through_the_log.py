"""Misconception: a mask for each event is vectorised, so it is fast.
Shown to the learner: Each mask reads the whole log: events times rows. Sort once, and the row that an event needs stands next to it.
Must fail: grows_like_a_sort
"""

import numpy as np


def join_as_of(
    event_user: np.ndarray,
    event_s: np.ndarray,
    row_user: np.ndarray,
    row_s: np.ndarray,
    values: np.ndarray,
    delay_s: int = 0,
    max_age_s: int | None = None,
) -> np.ndarray:
    result = np.full(len(event_s), np.nan)
    for event, (user, time) in enumerate(zip(event_user.tolist(), event_s.tolist(), strict=True)):
        known = (row_user == user) & (row_s.astype(np.int64) + delay_s < time)
        if max_age_s is not None:
            known &= row_s >= time - max_age_s
        if known.any():
            rows = np.flatnonzero(known)
            result[event] = values[rows[row_s[rows] == row_s[rows].max()][-1]]
    return result
