"""Misconception: a step can start once the times of all its needs have passed.
Shown to the learner: The needs run side by side. It starts when the slowest is done: a maximum, not a sum.
Must fail: side_by_side
"""

import heapq

Steps = dict[str, tuple[float, list[str]]]


def schedule(steps: Steps) -> tuple[list[str], dict[str, float], list[str]]:
    """Order of the steps, minute at which each finishes, and a longest chain; ValueError names the steps of cycles."""
    needs = {name: sorted(set(needed)) for name, (_, needed) in steps.items()}
    order = _sorted(needs)
    if len(order) < len(steps):
        raise ValueError(", ".join(_knot(needs, set(order))))
    finish: dict[str, float] = {}
    for name in order:
        minutes, _ = steps[name]
        finish[name] = minutes + sum(finish[needed] for needed in needs[name])
    critical = [_last(sorted(steps), finish)] if steps else []
    while critical and needs[critical[-1]]:
        critical.append(_last(needs[critical[-1]], finish))
    return order, finish, critical[::-1]


def _sorted(needs: dict[str, list[str]]) -> list[str]:
    """Names in topological order, the smallest of those that are ready first; what waits for a cycle is left out."""
    waits_for = {name: len(needed) for name, needed in needs.items()}
    users: dict[str, list[str]] = {name: [] for name in needs}
    for name, needed in needs.items():
        for one in needed:
            users[one].append(name)
    ready = [name for name, count in waits_for.items() if count == 0]
    heapq.heapify(ready)
    order = []
    while ready:
        name = heapq.heappop(ready)
        order.append(name)
        for user in users[name]:
            waits_for[user] -= 1
            if waits_for[user] == 0:
                heapq.heappush(ready, user)
    return order


def _knot(needs: dict[str, list[str]], done: set[str]) -> list[str]:
    """The stuck steps without those that merely wait behind a cycle: the same sort, against the arrows."""
    stuck = [name for name in needs if name not in done]
    users: dict[str, list[str]] = {name: [] for name in stuck}
    for name in stuck:
        for one in needs[name]:
            if one not in done:
                users[one].append(name)
    behind = set(_sorted(users))
    return sorted(name for name in stuck if name not in behind)


def _last(names: list[str], finish: dict[str, float]) -> str:
    """Of sorted names the one that finishes last, the first of several."""
    return max(names, key=finish.__getitem__)
