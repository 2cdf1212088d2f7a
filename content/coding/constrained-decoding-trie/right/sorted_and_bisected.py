"""The entries in order: those that begin alike stand together, and the next tokens are found by jumping with bisect."""

from bisect import bisect_left
from math import inf


def allowed_next(entries, end, outputs):
    ordered = sorted(set(entries))
    return [list(_follow(ordered, end, output)) for output in outputs]


def _follow(ordered, end, output):
    body = output
    while body and body[-1] == end:
        body = body[:-1]
    first = bisect_left(ordered, body)
    complete = first < len(ordered) and ordered[first] == body
    if len(body) < len(output):
        if not complete:
            raise ValueError(output)
        return [end]
    size, found, at = len(body), [end] if complete else [], first + complete
    while at < len(ordered) and ordered[at][:size] == body:
        token = ordered[at][size]
        found.append(token)
        at = bisect_left(ordered, (*body, token + 1))
    if not found:
        raise ValueError(output)
    return sorted(found)


def mask_logits(entries, end, outputs, logits):
    rows = []
    for allowed, row in zip(allowed_next(entries, end, outputs), logits):
        new = [-inf for _ in row]
        for token in allowed:
            new[token] = row[token]
        rows.append(new)
    return rows
