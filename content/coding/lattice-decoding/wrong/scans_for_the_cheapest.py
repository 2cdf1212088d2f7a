"""Misconception: the cheapest open entry is found with min over those that are open.
Shown to the learner: With thousands open each step looks at all of them, which is quadratic. A heap has the cheapest on top; an entry that was overtaken may stay in it and is skipped when it comes out.
Must fail: grows_like_a_heap
"""

from collections import defaultdict


def best_sentence(edges, start, goal, bigram, backoff):
    leaving = defaultdict(list)
    for source, target, word, cost in edges:
        leaving[source].append((target, word, cost))
    settled = set()
    open_ = {(start, "<s>", False): (0, 0, (), start, False)}

    def push(entry):
        _, _, words, node, ended = entry
        key = (node, words[-1] if words else "<s>", ended)
        open_[key] = min(open_.get(key, entry), entry)

    while open_:
        key = min(open_, key=open_.get)
        cost, count, words, node, ended = open_.pop(key)
        if ended:
            return cost, list(words)
        last = words[-1] if words else "<s>"
        if (node, last) in settled:
            continue
        settled.add((node, last))
        if node == goal:
            push((cost + bigram.get((last, "</s>"), backoff), count, words, node, True))
        for target, word, acoustic in leaving[node]:
            if word:
                step = acoustic + bigram.get((last, word), backoff)
                push((cost + step, count + 1, (*words, word), target, False))
            else:
                push((cost + acoustic, count, words, target, False))
    return None
