"""Thinks in edges (+1 at a start, -1 at an end) instead of spans; the books are one sorted list of borders."""

from bisect import bisect_left, bisect_right
from itertools import accumulate


def merge(spans):
    edges = {}
    for start, end in spans:
        if end < start:
            raise ValueError("a span ends before it starts")
        edges[start] = edges.get(start, 0) + 1
        edges[end] = edges.get(end, 0) - 1
    places = sorted(edges)
    borders, inside = [], False
    for place, depth in zip(places, accumulate(edges[place] for place in places), strict=True):
        if (depth > 0) != inside:
            borders.append(place)
            inside = depth > 0
    return list(zip(borders[::2], borders[1::2], strict=True))


def gaps(spans, start, end):
    if end < start:
        raise ValueError("asked backwards")
    borders = [border for span in merge(spans) for border in span]
    return between(flip(borders, start, end), start, end)


def between(inside, start, end):
    """Holes of (start, end) in a list of borders cut to it."""
    edges = [start, *inside, end]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]


def flip(borders, start, end):
    """Borders strictly inside (start, end), as pairs that begin with the start of covered time."""
    cut = [min(max(border, start), end) for border in borders]
    return [value for pair in zip(cut[::2], cut[1::2], strict=True) if pair[0] < pair[1] for value in pair]


def replay(log):
    borders, answers = [], []  # time is covered from every border at an even place to the next
    for action, start, end in log:
        if end < start:
            raise ValueError("a span ends before it starts")
        if action == "covers":
            place = bisect_right(borders, start)
            answers.append(start == end or (place % 2 == 1 and end <= borders[place]))
        elif start < end:
            first, beyond = bisect_left(borders, start), bisect_right(borders, end)
            covered = action == "add"
            new = [start] if (first % 2 == 1) != covered else []
            new += [end] if (beyond % 2 == 1) != covered else []
            borders[first:beyond] = new
    return answers
