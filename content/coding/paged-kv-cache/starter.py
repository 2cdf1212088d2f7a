import numpy as np


class PagedCache:
    """Keys and values of one attention head in blocks of a pool."""

    def __init__(self, blocks: int, block_size: int, width: int, value_width: int):
        raise NotImplementedError

    def new(self) -> int:
        """Id of an empty sequence."""
        raise NotImplementedError

    def length(self, seq: int) -> int:
        """Number of tokens."""
        raise NotImplementedError

    def append(self, seq: int, k: np.ndarray, v: np.ndarray) -> None:
        """Adds a token: k (1, width), v (1, value_width); RuntimeError if the pool is too small."""
        raise NotImplementedError

    def attend(self, seq: int, q: np.ndarray) -> np.ndarray:
        """Attention (1, value_width) of the newest token's query (1, width) to all tokens."""
        raise NotImplementedError
