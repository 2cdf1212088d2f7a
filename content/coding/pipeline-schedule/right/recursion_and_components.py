"""Cycles by walking both ways from each stuck step; finish times by recursion with memory."""

import heapq
import sys
from functools import cache


def schedule(steps):
    sys.setrecursionlimit(100_000)
    needs = {name: set(needed) for name, (_, needed) in steps.items()}
    users = {name: [] for name in steps}
    for name, needed in needs.items():
        for one in needed:
            users[one].append(name)
    open_needs = {name: set(needed) for name, needed in needs.items()}
    ready = sorted(name for name in steps if not needs[name])
    order = []
    while ready:
        name = heapq.heappop(ready)
        order.append(name)
        for user in users[name]:
            open_needs[user].discard(name)
            if not open_needs[user]:
                heapq.heappush(ready, user)
    if len(order) != len(steps):
        stuck = set(steps) - set(order)
        on_cycles = {name for name in stuck if name in beyond(name, users)}
        ahead = set().union(*(beyond(name, users) for name in on_cycles))
        behind = set().union(*(beyond(name, needs) for name in on_cycles))
        raise ValueError(", ".join(sorted(on_cycles | (ahead & behind))))

    @cache
    def finish(name):
        return steps[name][0] + max(map(finish, needs[name]), default=0)

    times = {name: finish(name) for name in order}
    chain, choices = [], list(steps)
    while choices:
        chain.append(min(choices, key=lambda name: (-times[name], name)))
        choices = list(needs[chain[-1]])
    return order, times, chain[::-1]


def beyond(start, arrows):
    """Everything that can be reached from `start` by at least one arrow."""
    seen, to_see = set(), list(arrows[start])
    while to_see:
        name = to_see.pop()
        if name not in seen:
            seen.add(name)
            to_see.extend(arrows[name])
    return seen
