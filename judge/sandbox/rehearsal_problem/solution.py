"""What a spare checker practises on; see `sandbox/rehearsal.py`."""

import numpy as np


def scaled(x: np.ndarray, factor: int) -> np.ndarray:
    """`x` times `factor`."""
    return np.asarray(x) * factor
