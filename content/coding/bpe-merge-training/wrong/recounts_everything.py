"""Misconception: recounting after every merge is what the algorithm says, so it is the cost.
Shown to the learner: It is the definition, not the cost. A merge changes only the words that hold the pair; the counts of all others stand. Keep an index from pair to words, and correct the counts by what changed.
Must fail: grows_with_the_corpus
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
            for letter in parts[word]:
                if out and (out[-1], letter) == best:
                    out[-1] += letter
                else:
                    out.append(letter)
            parts[word] = out
    return learnt
