from collections import defaultdict
from heapq import heappop, heappush

Edge = tuple[int, int, str, int]


def best_sentence(
    edges: list[Edge], start: int, goal: int, bigram: dict[tuple[str, str], int], backoff: int
) -> tuple[int, list[str]] | None:
    """Smallest acoustic plus bigram cost from start to goal and its words, or None if goal is out of reach.

    Dijkstra over states (node, last word): what a word costs depends on both, and on nothing before.
    """
    leaving = defaultdict(list)
    for source, target, word, cost in edges:
        leaving[source].append((target, word, cost))
    heap = []

    def push(cost: int, words: tuple[str, ...], node: int, ended: bool) -> None:
        heappush(heap, (cost, len(words), words, node, ended))  # in this order the contract breaks ties

    push(0, (), start, False)
    settled = set()
    while heap:
        cost, _, words, node, ended = heappop(heap)
        if ended:
            return cost, list(words)
        last = words[-1] if words else "<s>"
        if (node, last) in settled:
            continue
        settled.add((node, last))
        if node == goal:  # a candidate, which has still to pay for its end
            push(cost + bigram.get((last, "</s>"), backoff), words, node, True)
        for target, word, acoustic in leaving[node]:
            if word:
                push(cost + acoustic + bigram.get((last, word), backoff), (*words, word), target, False)
            else:
                push(cost + acoustic, words, target, False)
    return None
