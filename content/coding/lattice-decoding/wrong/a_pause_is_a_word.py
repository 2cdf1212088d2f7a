"""Misconception: an empty word goes through the language model like any other.
Shown to the learner: Then a pause breaks every pair: "good", pause, "day" pays twice for pairs that no model has seen. A pause leaves the last word as it is and costs its sound alone.
Must fail: pauses_are_no_words
"""

from collections import defaultdict
from heapq import heappop, heappush


def best_sentence(edges, start, goal, bigram, backoff):
    leaving = defaultdict(list)
    for source, target, word, cost in edges:
        leaving[source].append((target, word, cost))
    settled = set()
    heap = [(0, 0, (), start, False)]
    while heap:
        cost, count, words, node, ended = heappop(heap)
        if ended:
            return cost, [word for word in words if word]
        last = words[-1] if words else "<s>"
        if (node, last) in settled:
            continue
        settled.add((node, last))
        if node == goal:
            heappush(heap, (cost + bigram.get((last, "</s>"), backoff), count, words, node, True))
        for target, word, acoustic in leaving[node]:
            step = acoustic + bigram.get((last, word), backoff)
            heappush(heap, (cost + step, count + 1, (*words, word), target, False))
    return None
