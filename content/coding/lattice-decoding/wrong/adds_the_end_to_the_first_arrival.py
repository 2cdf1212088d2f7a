"""Misconception: the first arrival at the goal is the best, and its end can be added then.
Shown to the learner: Dijkstra's promise holds for what has been paid in the queue. A way that arrives later may end so cheaply that it wins: push the ended sentence, and return when it comes out.
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
            return cost + bigram.get((last, "</s>"), backoff), list(words)
        for target, word, acoustic in leaving[node]:
            if word:
                step = acoustic + bigram.get((last, word), backoff)
                heappush(heap, (cost + step, count + 1, (*words, word), target, False))
            else:
                heappush(heap, (cost + acoustic, count, words, target, False))
    return None
