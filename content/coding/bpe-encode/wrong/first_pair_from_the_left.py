"""Misconception: any pair that is in the list may be joined as soon as it is met.
Shown to the learner: Joining from the left with a stack is linear and ignores the ranks: a late merge at the front takes away the half that an early one needs. The earliest merge goes first, wherever it stands.
Must fail: rank_decides
"""


def encode(data, merges):
    ranks = {pair: rank for rank, pair in enumerate(merges)}
    out = []
    for byte in data:
        out.append(byte)
        while len(out) > 1 and (out[-2], out[-1]) in ranks:
            right, left = out.pop(), out.pop()
            out.append(256 + ranks[left, right])
    return out
