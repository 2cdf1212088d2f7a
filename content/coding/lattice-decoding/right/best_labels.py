"""Dijkstra that pushes only what improves on the best label of a state, with chains of words instead of tuples."""

import heapq
from collections import defaultdict
from itertools import count

END = "</s>"


class Hypothesis:
    """A sentence as a chain; compared word by word only where cost and length are equal."""

    def __init__(self, cost, size, word, before):
        self.cost, self.size, self.word, self.before = cost, size, word, before

    def text(self):
        words, one = [], self
        while one.before is not None:
            words.append(one.word)
            one = one.before
        return words[::-1]

    def __lt__(self, other):
        if (self.cost, self.size) != (other.cost, other.size):
            return (self.cost, self.size) < (other.cost, other.size)
        return self.text() < other.text()


def best_sentence(edges, start, goal, bigram, backoff):
    graph = defaultdict(list)
    for edge in edges:
        graph[edge[0]].append(edge[1:])
    begin = Hypothesis(0, 0, "<s>", None)
    best, ticket = {(start, "<s>"): begin}, count()
    queue = [(begin, next(ticket), start)]

    def offer(hypothesis, node, key):
        if key not in best or hypothesis < best[key]:
            best[key] = hypothesis
            heapq.heappush(queue, (hypothesis, next(ticket), node))

    while queue:
        one, _, node = heapq.heappop(queue)
        if node is END:
            return one.cost, one.text()
        if best[node, one.word] is not one:
            continue
        if node == goal:
            price = one.cost + bigram.get((one.word, END), backoff)
            offer(Hypothesis(price, one.size, one.word, one.before), END, END)
        for target, word, cost in graph[node]:
            if word:
                cost += bigram.get((one.word, word), backoff)
                offer(Hypothesis(one.cost + cost, one.size + 1, word, one), target, (target, word))
            else:
                offer(Hypothesis(one.cost + cost, one.size, one.word, one.before), target, (target, one.word))
    return None
