"""Misconception: the corpus is one long text.
Shown to the learner: Joining across a word's border learns pairs of a last and a first letter, which no encoder that splits on spaces can ever use.
Must fail: pairs_stay_inside_words
"""

from collections import Counter


def train_bpe(words, merges):
    parts = {word: list(word) for word in words}
    learnt = []
    while len(learnt) < merges:
        counts = Counter()
        previous = None
        for word, count in sorted(words.items()):
            for pair in zip(parts[word], parts[word][1:]):
                counts[pair] += count
            if previous:
                counts[(parts[previous][-1], parts[word][0])] += min(words[previous], count)
            previous = word
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
