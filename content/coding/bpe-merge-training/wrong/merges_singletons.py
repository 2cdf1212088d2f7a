"""Misconception: learning goes on until nothing can be joined.
Shown to the learner: A pair that occurs once teaches nothing: the vocabulary would memorise whole rare words. Stop when no pair occurs twice.
Must fail: stops_when_nothing_repeats
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
        if counts[best] < 1:
            break
        learnt.append(best)
        for word in words:
            out = []
            for letter in parts[word]:
                if out and (out[-1], letter) == best:
                    out[-1] += letter
                else:
                    out.append(letter)
            parts[word] = out
    return learnt
