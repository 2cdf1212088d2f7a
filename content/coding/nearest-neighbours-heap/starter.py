from collections.abc import Iterable
from typing import Any

import numpy as np


def k_nearest(query: np.ndarray, stream: Iterable[tuple[np.ndarray, Any]], k: int) -> list[tuple[Any, float]]:
    """The k records nearest to the query with their squared distances, nearest first, ties by arrival.

    Right, but it holds the whole stream: mend that.
    """
    found = []
    for vector, record in stream:
        difference = vector.astype(np.float64) - query
        squared = float(difference @ difference)
        if np.isnan(squared):
            raise ValueError("a vector has a NaN")
        found.append((record, squared))
    return sorted(found, key=lambda pair: pair[1])[:k]
