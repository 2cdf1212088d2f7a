"""Each sequence is a list of blocks that are lists of rows; what is free is counted, not kept."""

import numpy as np


class PagedCache:
    def __init__(self, blocks, block_size, width, value_width):
        self.blocks, self.block_size, self.width, self.value_width = blocks, block_size, width, value_width
        self.sequences = {}
        self.issued = 0

    @property
    def free_blocks(self):
        return self.blocks - len({id(block) for block in self.all_blocks()})

    def all_blocks(self):
        return (block for sequence in self.sequences.values() for block in sequence)

    def new(self):
        return self.enter([])

    def enter(self, sequence):
        self.sequences[self.issued] = sequence
        self.issued += 1
        return self.issued - 1

    def fork(self, seq):
        return self.enter(list(self.sequences[seq]))

    def free(self, seq):
        del self.sequences[seq]

    def length(self, seq):
        return sum(len(block) for block in self.sequences[seq])

    def append(self, seq, k, v):
        sequence = self.sequences[seq]
        rows = list(np.concatenate([k, v], axis=1))
        grown = list(sequence)
        room = self.block_size - len(grown[-1]) if grown else 0
        if room > 0:
            last = grown[-1]
            if sum(block is last for block in self.all_blocks()) > 1:
                grown[-1] = last + rows[:room]
            else:
                grown[-1] = last
        else:
            room = 0
        rest = rows[room:]
        grown += [rest[i : i + self.block_size] for i in range(0, len(rest), self.block_size)]
        taken = sum(not any(block is old for old in sequence) for block in grown)
        if taken > self.free_blocks:
            raise RuntimeError
        if room > 0 and grown[len(sequence) - 1] is sequence[-1]:
            sequence[-1].extend(rows[:room])
        self.sequences[seq] = grown

    def attend(self, seq, q):
        rows = np.array([row for block in self.sequences[seq] for row in block])
        k, v = rows[:, : self.width], rows[:, self.width :]
        scores = q @ k.T / np.sqrt(self.width)
        first = len(k) - len(q)
        scores[np.arange(len(k))[None, :] > first + np.arange(len(q))[:, None]] = -np.inf
        weights = np.exp(scores - scores.max(axis=1)[:, None])
        weights /= weights.sum(axis=1)[:, None]
        return weights @ v
