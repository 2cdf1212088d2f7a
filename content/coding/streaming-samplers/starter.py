from collections.abc import Iterable
from typing import Any

import numpy as np


def reservoir_sample(stream: Iterable[Any], k: int, rng: np.random.Generator) -> list[Any]:
    """k items of the stream (all, if there are fewer), every set of k being equally likely."""
    raise NotImplementedError


def weighted_sample(stream: Iterable[tuple[Any, float]], k: int, rng: np.random.Generator) -> list[Any]:
    """k items drawn without replacement, each draw proportional to the weights of those left.

    Items of weight 0 are never drawn; a negative or NaN weight raises ValueError.
    """
    raise NotImplementedError
