"""Misconception: a block is either shared or it is not, so a flag is enough.
Shown to the learner: With four holders the first writer copies and clears the flag, and the second then writes into the block that two others still read. Count the holders instead.
Must fail: four_answers_to_one_prompt
"""

import numpy as np


class PagedCache:
    """Keys and values of one attention head in blocks of a pool, shared by sequences with a common beginning."""

    def __init__(self, blocks: int, block_size: int, width: int, value_width: int):
        self._size = block_size
        self._keys = np.zeros((blocks, block_size, width))
        self._values = np.zeros((blocks, block_size, value_width))
        self._free = list(range(blocks))
        self._holders = [0] * blocks
        self._shared: set[int] = set()
        self._tables: list[list[int] | None] = []  # block numbers by sequence; None once it is freed
        self._lengths: list[int] = []

    @property
    def free_blocks(self) -> int:
        """Blocks that nobody holds."""
        return len(self._free)

    def new(self) -> int:
        """Id of an empty sequence."""
        return self._start([], 0)

    def fork(self, seq: int) -> int:
        """Id of a sequence with the same tokens, in the same blocks."""
        table = self._table(seq)
        for block in table:
            self._holders[block] += 1
            self._shared.add(block)
        return self._start(table.copy(), self._lengths[seq])

    def free(self, seq: int) -> None:
        """Forgets the sequence."""
        for block in self._table(seq):
            self._let_go(block)
        self._tables[seq] = None

    def length(self, seq: int) -> int:
        """Number of tokens."""
        self._table(seq)
        return self._lengths[seq]

    def append(self, seq: int, k: np.ndarray, v: np.ndarray) -> None:
        """Adds tokens k (c, width), v (c, value_width); RuntimeError, with nothing changed, if the pool is too small."""
        table, start = self._table(seq), self._lengths[seq]
        end = start + len(k)
        copies = start % self._size > 0 and table[-1] in self._shared
        fresh = -(-end // self._size) - len(table)
        if fresh + copies > len(self._free):
            raise RuntimeError(f"{fresh + copies} blocks are needed, {len(self._free)} are free")
        if copies:
            shared = table.pop()
            table.append(self._take())
            self._keys[table[-1]], self._values[table[-1]] = self._keys[shared], self._values[shared]
            self._let_go(shared)
            self._shared.discard(shared)
        table.extend(self._take() for _ in range(fresh))
        self._lengths[seq] = end
        places = self._places(seq, start)
        self._keys[places], self._values[places] = k, v

    def attend(self, seq: int, q: np.ndarray) -> np.ndarray:
        """Causal attention (t, value_width) of the queries (t, width) of the last t tokens."""
        places = self._places(seq, 0)
        t, n = len(q), self.length(seq)
        scores = q @ self._keys[places].T / q.shape[1] ** 0.5
        scores = np.where(np.tri(t, n, k=n - t, dtype=bool), scores, -np.inf)
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        return weights @ self._values[places] / weights.sum(axis=1, keepdims=True)

    def _table(self, seq: int) -> list[int]:
        table = self._tables[seq] if 0 <= seq < len(self._tables) else None
        if table is None:
            raise KeyError(seq)
        return table

    def _start(self, table: list[int], length: int) -> int:
        self._tables.append(table)
        self._lengths.append(length)
        return len(self._tables) - 1

    def _take(self) -> int:
        block = self._free.pop()
        self._holders[block] = 1
        self._shared.discard(block)
        return block

    def _let_go(self, block: int) -> None:
        self._holders[block] -= 1
        if self._holders[block] == 0:
            self._free.append(block)

    def _places(self, seq: int, start: int) -> tuple[np.ndarray, np.ndarray]:
        """Block and row in it of every token from `start` on."""
        table, at = np.array(self._table(seq)), np.arange(start, self._lengths[seq])
        return table[at // self._size], at % self._size
