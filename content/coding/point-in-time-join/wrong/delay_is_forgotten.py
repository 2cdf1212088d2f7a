"""Misconception: a row is known from the second it is stamped with.
Shown to the learner: The stamp says what the value is about. The job that writes it runs later, and online it was not there yet. Move the row by its delay before comparing.
Must fail: delays
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
    """For each event the latest value of its user that was known by then (n,), NaN where there is none.

    One sort of events and rows together, then for each event the last row before it: O((n + m) log(n + m)).
    """
    n, m = len(event_s), len(row_s)
    user = np.concatenate([event_user, row_user])
    known_s = np.concatenate([event_s, row_s.astype(np.int64)])
    is_row = np.arange(n + m) >= n
    # By user, then by time, and at the same second the events first: a row of that second is not known yet. The sort
    # is stable, so rows of one second stay in the order of the log.
    order = np.lexsort((is_row, known_s, user))
    place = np.where(is_row[order], np.arange(n + m), -1)
    latest = np.maximum.accumulate(place)  # place of the last row at or before each place, -1 where there is none

    at = np.empty(n + m, dtype=np.int64)
    at[order] = latest
    found = at[:n]
    source = order[found] - n  # the row's number in the log
    usable = found >= 0
    if m > 0:
        source = np.where(usable, source, 0)
        usable &= row_user[source] == event_user
        if max_age_s is not None:
            usable &= row_s[source] >= event_s.astype(np.int64) - max_age_s
    result = np.full(n, np.nan)
    result[usable] = values[source[usable]]
    return result
