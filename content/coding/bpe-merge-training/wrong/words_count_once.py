"""Misconception: a pair's count is the number of words that hold it.
Shown to the learner: Frequency weighs: a pair in a word that occurs a million times matters a million times, and twice if it stands there twice.
Must fail: counts_weigh_by_word
"""

from collections import Counter


def train_bpe(words, merges):
    parts = {word: list(word) for word in words}
    learnt = []
    while len(learnt) < merges:
        counts = Counter()
        for word, count in words.items():
            for pair in zip(parts[word], parts[word][1:]):
                counts[pair] += 1
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
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
