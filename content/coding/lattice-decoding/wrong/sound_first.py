"""Misconception: pick the best sentence by sound, then add the cost of the language.
Shown to the learner: The two costs are one sum. What sounds best may be nonsense, and the language model comes too late to prefer anything else. Add both on every step of the search.
Must fail: the_last_word_is_part_of_the_state
"""

from collections import defaultdict
from heapq import heappop, heappush
from itertools import pairwise


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
            full = ["<s>", *words, "</s>"]
            language = sum(bigram.get(pair, backoff) for pair in pairwise(full))
            return cost + language, list(words)
        for target, word, acoustic in leaving[node]:
            if word:
                step = acoustic
                heappush(heap, (cost + step, count + 1, (*words, word), target, False))
            else:
                heappush(heap, (cost + acoustic, count, words, target, False))
    return None
