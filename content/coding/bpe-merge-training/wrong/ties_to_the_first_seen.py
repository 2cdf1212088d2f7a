"""Misconception: among equal counts any pair will do.
Shown to the learner: Then the tokeniser depends on the order in which the corpus was read, and two trainings of the same data give vocabularies that do not fit each other. State the tie rule and keep it.
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
        best = max(counts, key=counts.get)
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
