"""Misconception: taking the smallest ready name by looking through all steps is quick enough.
Shown to the learner: Each step then costs a look at all others: 16,000 steps are a quarter of a billion looks. A count of open needs for each step, and a heap of the ready ones, finds the next at once.
Must fail: grows_with_the_pipeline
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
        finish[name] = minutes + max((finish[needed] for needed in needs[name]), default=0)
    critical = [_last(sorted(steps), finish)] if steps else []
    while critical and needs[critical[-1]]:
        critical.append(_last(needs[critical[-1]], finish))
    return order, finish, critical[::-1]


def _sorted(needs):
    done, order = set(), []
    names = sorted(needs)
    while True:
        ready = [name for name in names if name not in done and all(one in done for one in needs[name])]
        if not ready:
            return order
        done.add(ready[0])
        order.append(ready[0])


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
