"""Groups the log by user in a dictionary and finds each event by binary search."""

from bisect import bisect_left

import numpy as np


def join_as_of(event_user, event_s, row_user, row_s, values, delay_s=0, max_age_s=None):
    log = {}
    for user, time, value in zip(row_user.tolist(), row_s.tolist(), values.tolist(), strict=True):
        log.setdefault(user, []).append((time, value))
    times, kept = {}, {}
    for user, rows in log.items():
        rows.sort(key=lambda row: row[0])  # stable: equal seconds stay in the order of the log
        times[user] = [time for time, _ in rows]
        kept[user] = [value for _, value in rows]
    result = []
    for user, time in zip(event_user.tolist(), event_s.tolist(), strict=True):
        place = bisect_left(times.get(user, []), time - delay_s) - 1
        usable = place >= 0 and (max_age_s is None or times[user][place] >= time - max_age_s)
        result.append(kept[user][place] if usable else np.nan)
    return np.array(result, dtype=np.float64)
