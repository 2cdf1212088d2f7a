import numpy as np


def pairs_below(values, limit):
    """Number of pairs i < j with values[i] + values[j] < limit; (n,) float array, O(n log n)."""
    ordered = np.sort(values)
    upto = np.searchsorted(ordered, limit - ordered, side="left")
    both = int(upto.sum())
    twice = int((2 * ordered < limit).sum())
    return (both - twice) // 2
