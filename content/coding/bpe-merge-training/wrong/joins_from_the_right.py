"""Misconception: for overlapping pairs the direction makes no difference.
Shown to the learner: From "aaa" come aa + a from the left and a + aa from the right: other symbols, other merges after them. Encoder and trainer must agree, and the contract says from the left.
Must fail: overlaps_join_from_the_left
"""

from collections import Counter, defaultdict
from heapq import heapify, heappop, heappush
from itertools import pairwise

Pair = tuple[str, str]


def train_bpe(words: dict[str, int], merges: int) -> list[Pair]:
    """Byte-pair encoding (Sennrich et al., 2016) that touches only the words a merge changes.

    The heap may hold outdated counts: an entry is believed only if it agrees with `counts`, and every change pushes a new one.
    """
    symbols = {word: list(word) for word in words}
    counts: Counter[Pair] = Counter()
    holders: defaultdict[Pair, set[str]] = defaultdict(set)
    for word, letters in symbols.items():
        for pair in pairwise(letters):
            counts[pair] += words[word]
            holders[pair].add(word)
    heap = [(-count, pair) for pair, count in counts.items()]
    heapify(heap)
    learnt: list[Pair] = []
    while heap and len(learnt) < merges:
        count, best = heappop(heap)
        if counts[best] != -count:
            continue
        if -count < 2:
            break
        learnt.append(best)
        touched: set[Pair] = set()
        for word in holders.pop(best):
            before, after = symbols[word], _merged(symbols[word], best)
            symbols[word] = after
            for pair in pairwise(before):
                counts[pair] -= words[word]
                touched.add(pair)
            for pair in pairwise(after):
                counts[pair] += words[word]
                holders[pair].add(word)
                touched.add(pair)
        for pair in touched:
            heappush(heap, (-counts[pair], pair))
    return learnt


def _merged(letters: list[str], pair: Pair) -> list[str]:
    """The symbols with the pair joined wherever it stands, from the left and without overlap."""
    out: list[str] = []
    for letter in reversed(letters):
        if out and (letter, out[-1]) == pair:
            out[-1] = letter + out[-1]
        else:
            out.append(letter)
    return out[::-1]
