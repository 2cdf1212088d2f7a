"""Misconception: the search is over when the goal comes out of the queue.
Shown to the learner: The end of the sentence is a word with a cost. Leaving it out prefers sentences that break off, and the reported total is too small. Give the end a step of its own.
Must fail: the_end_has_its_cost
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
            return cost, list(words)
        last = words[-1] if words else "<s>"
        if (node, last) in settled:
            continue
        settled.add((node, last))
        if node == goal:
            return cost, list(words)
        for target, word, acoustic in leaving[node]:
            if word:
                step = acoustic + bigram.get((last, word), backoff)
                heappush(heap, (cost + step, count + 1, (*words, word), target, False))
            else:
                heappush(heap, (cost + acoustic, count, words, target, False))
    return None
