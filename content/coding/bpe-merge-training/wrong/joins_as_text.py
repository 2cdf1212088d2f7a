"""Misconception: replacing "a b" in the spaced-out word does the merge.
Shown to the learner: Text search does not see where symbols begin: "a b" is also found in "xa b", which holds the pair (xa, b). Work on lists of symbols.
Must fail: symbols_are_not_text
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
            parts[word] = " ".join(parts[word]).replace(" ".join(best), "".join(best)).split(" ")
    return learnt
