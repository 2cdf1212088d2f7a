"""Misconception: the cheapest way into a node is part of every best way through it.
Shown to the learner: That holds only if what follows costs the same for all ways in. Here the next word costs by the last one, so two ways with different last words cannot be compared at the node. The state is the pair.
Must fail: the_last_word_is_part_of_the_state
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
        if node in settled:
            continue
        settled.add(node)
        if node == goal:
            heappush(heap, (cost + bigram.get((last, "</s>"), backoff), count, words, node, True))
        for target, word, acoustic in leaving[node]:
            if word:
                step = acoustic + bigram.get((last, word), backoff)
                heappush(heap, (cost + step, count + 1, (*words, word), target, False))
            else:
                heappush(heap, (cost + acoustic, count, words, target, False))
    return None
