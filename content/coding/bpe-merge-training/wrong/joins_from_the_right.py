"""Misconception: for overlapping pairs the direction makes no difference.
Shown to the learner: aaa becomes aa + a from the left and a + aa from the right: other symbols, other merges after them. Encoder and trainer must agree, and the contract says from the left.
Must fail: overlaps_join_from_the_left
"""

from collections import Counter


def train_bpe(words, merges):
    parts = {word: list(word) for word in words}
    learnt = []
    while len(learnt) < merges:
        counts = Counter()
        for word, count in words.items():
            for pair in zip(parts[word], parts[word][1:]):
                counts[pair] += count
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        if counts[best] < 2:
            break
        learnt.append(best)
        for word in words:
            out = []
            for letter in reversed(parts[word]):
                if out and (letter, out[-1]) == best:
                    out[-1] = letter + out[-1]
                else:
                    out.append(letter)
            parts[word] = out[::-1]
    return learnt
