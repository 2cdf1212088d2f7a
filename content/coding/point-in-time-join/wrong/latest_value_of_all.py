"""Misconception: the latest value is the best one.
Shown to the learner: It was computed after the event, partly from its outcome. The model learns from the future and has nothing to learn from when it serves.
Must fail: example
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
    latest = {}
    for user, time, value in zip(row_user.tolist(), row_s.tolist(), values.tolist(), strict=True):
        if user not in latest or time >= latest[user][0]:
            latest[user] = (time, value)
    return np.array([latest.get(user, (0, np.nan))[1] for user in event_user.tolist()], dtype=np.float64)
