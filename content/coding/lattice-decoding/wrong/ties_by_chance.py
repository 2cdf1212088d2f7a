"""Misconception: which of two equally cheap sentences comes first makes no difference.
Shown to the learner: It makes two servers show different texts for one utterance, and a test that compares them fail. Put the number of words and the words themselves into the order of the queue.
Must fail: ties
"""

from collections import defaultdict
from heapq import heappop, heappush


def best_sentence(edges, start, goal, bigram, backoff):
    leaving = defaultdict(list)
    for source, target, word, cost in edges:
        leaving[source].append((target, word, cost))
    settled = set()
    heap = [(0, 0, 0, (), start, False)]
    number = 0
    while heap:
        cost, _, count, words, node, ended = heappop(heap)
        if ended:
            return cost, list(words)
        last = words[-1] if words else "<s>"
        if (node, last) in settled:
            continue
        settled.add((node, last))
        number += 1
        if node == goal:
            heappush(heap, (cost + bigram.get((last, "</s>"), backoff), number, count, words, node, True))
        for target, word, acoustic in leaving[node]:
            if word:
                step = acoustic + bigram.get((last, word), backoff)
                heappush(heap, (cost + step, number, count + 1, (*words, word), target, False))
            else:
                heappush(heap, (cost + acoustic, number, count, words, target, False))
    return None
