"""Distances to the end over all reachable states, backwards; then forwards, with the smallest word that stays optimal."""

import heapq


def best_sentence(edges, start, goal, bigram, backoff):
    out = {}
    for source, target, word, cost in edges:
        out.setdefault(source, []).append((target, word, cost))
    first, end = (start, "<s>"), "end"
    ways, todo = {end: []}, [first]
    while todo:  # all states that can be reached, and their steps
        state = todo.pop()
        if state in ways:
            continue
        node, last = state
        steps = ways[state] = []
        for target, word, cost in out.get(node, []):
            if word:
                steps.append(((target, word), word, cost + bigram.get((last, word), backoff)))
            else:
                steps.append(((target, last), "", cost))
        todo += [step[0] for step in steps]
        if node == goal:
            steps.append((end, "", bigram.get((last, "</s>"), backoff)))

    into = {}
    for state, steps in ways.items():
        for target, word, cost in steps:
            into.setdefault(target, []).append((state, word, cost))
    left, serial = {}, 0  # state -> (cost, words) that remain
    queue = [((0, 0), serial, end)]
    while queue:
        remaining, _, state = heapq.heappop(queue)
        if state in left:
            continue
        left[state] = remaining
        for before, word, cost in into.get(state, []):
            serial += 1
            heapq.heappush(queue, ((remaining[0] + cost, remaining[1] + bool(word)), serial, before))
    if first not in left:
        return None

    words, states = [], {first}
    for _ in range(left[first][1]):
        found, seen, todo = {}, set(states), list(states)
        while todo:  # pauses first: they lead to other states with the same words
            state = todo.pop()
            for target, word, cost in ways[state]:
                rest = left.get(target)
                if rest is None or left[state] != (rest[0] + cost, rest[1] + bool(word)):
                    continue
                if word:
                    found.setdefault(word, set()).add(target)
                elif target not in seen:
                    seen.add(target)
                    todo.append(target)
        words.append(min(found))
        states = found[words[-1]]
    return left[first][0], words
