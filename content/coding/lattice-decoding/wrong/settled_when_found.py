"""Misconception: a state can be marked as done when it is put into the queue.
Shown to the learner: The first way found to a state is not the cheapest one: a direct edge may be dearer than three short ones. Mark it when it comes out; until then a better entry may still arrive.
Must fail: found_first_is_not_cheapest
"""

from collections import defaultdict
from heapq import heappop, heappush


def best_sentence(edges, start, goal, bigram, backoff):
    leaving = defaultdict(list)
    for source, target, word, cost in edges:
        leaving[source].append((target, word, cost))
    settled = {(start, "<s>")}
    heap = [(0, 0, (), start, False)]
    while heap:
        cost, count, words, node, ended = heappop(heap)
        if ended:
            return cost, list(words)
        last = words[-1] if words else "<s>"
        if node == goal:
            heappush(heap, (cost + bigram.get((last, "</s>"), backoff), count, words, node, True))
        for target, word, acoustic in leaving[node]:
            if (target, word or last) in settled:
                continue
            settled.add((target, word or last))
            if word:
                step = acoustic + bigram.get((last, word), backoff)
                heappush(heap, (cost + step, count + 1, (*words, word), target, False))
            else:
                heappush(heap, (cost + acoustic, count, words, target, False))
    return None
