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
    """For each event the latest value of its user that was known by then (n,), NaN where there is none."""
    raise NotImplementedError
