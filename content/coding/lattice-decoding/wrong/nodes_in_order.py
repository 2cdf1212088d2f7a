"""Misconception: a lattice runs from left to right, so the nodes can be done in the order of their numbers.
Shown to the learner: The numbers say nothing about time, and fillers make cycles. One sweep misses every way that uses an edge to a smaller number. Let the costs decide what comes next.
Must fail: numbers_of_nodes_mean_nothing
"""

from collections import defaultdict


def best_sentence(edges, start, goal, bigram, backoff):
    labels = defaultdict(dict)
    labels[start]["<s>"] = (0, 0, ())
    for source, target, word, cost in sorted(edges):
        for last, (total, count, words) in list(labels[source].items()):
            new = (total + cost, count, words)
            if word:
                new = (new[0] + bigram.get((last, word), backoff), count + 1, (*words, word))
            labels[target][word or last] = min(labels[target].get(word or last, new), new)
    ended = [
        (total + bigram.get((last, "</s>"), backoff), count, words)
        for last, (total, count, words) in labels[goal].items()
    ]
    return (min(ended)[0], list(min(ended)[2])) if ended else None
