"""Misconception: max over (count, pair) breaks ties well.
Shown to the learner: It takes the largest pair among equals; the contract says the smallest. Negate the count instead and take the minimum.
Must fail: ties_go_to_the_smallest_pair
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
        best = max(counts, key=lambda pair: (counts[pair], pair))
        if counts[best] < 2:
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
