"""Misconception: any() over the spans stops at the first hit, so a question is cheap.
Shown to the learner: On average it still looks at half of the books, and at all of them when the answer is no. The spans are in order: bisect finds the only one that can answer.
Must fail: questions_are_quick
"""

from bisect import bisect_left, bisect_right

Span = tuple[int, int]


def merge(spans: list[Span]) -> list[Span]:
    """The same time in as few half-open spans as possible, in rising order."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        _check(start, end)
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        elif start < end:
            merged.append((start, end))
    return merged


def gaps(spans: list[Span], start: int, end: int) -> list[Span]:
    """The parts of (start, end) that no span covers, in rising order."""
    _check(start, end)
    missing: list[Span] = []
    at = start  # everything in front of it is settled
    for covered_from, covered_to in merge(spans):
        if at < min(covered_from, end):
            missing.append((at, min(covered_from, end)))
        at = max(at, covered_to)
    if at < end:
        missing.append((at, end))
    return missing


def replay(log: list[tuple[str, int, int]]) -> list[bool]:
    """Answers to the "covers" entries of a log of changes; a question costs O(log n) for n spans in the books."""
    books = _Books()
    answers = []
    for action, start, end in log:
        _check(start, end)
        if action == "covers":
            answers.append(books.covers(start, end))
        elif start < end:
            (books.add if action == "add" else books.remove)(start, end)
    return answers


class _Books:
    """Disjoint spans that do not touch, as two rising lists: the k-th span is (starts[k], ends[k])."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []

    def add(self, start: int, end: int) -> None:
        first, beyond = bisect_left(self.ends, start), bisect_right(self.starts, end)  # spans that overlap or touch
        if first < beyond:
            start, end = min(start, self.starts[first]), max(end, self.ends[beyond - 1])
        self.starts[first:beyond], self.ends[first:beyond] = [start], [end]

    def remove(self, start: int, end: int) -> None:
        first, beyond = bisect_right(self.ends, start), bisect_left(self.starts, end)  # spans that overlap
        left, right = self.starts[first:], self.ends[:beyond]  # a span that it does not meet leaves nothing over
        kept = [(left[0], start)] if left and left[0] < start else []
        kept += [(end, right[-1])] if right and right[-1] > end else []
        self.starts[first:beyond] = [begun for begun, _ in kept]
        self.ends[first:beyond] = [ended for _, ended in kept]

    def covers(self, start: int, end: int) -> bool:
        return start == end or any(a <= start and end <= b for a, b in zip(self.starts, self.ends, strict=True))


def _check(start: int, end: int) -> None:
    if start > end:
        raise ValueError(f"the span ({start}, {end}) ends before it starts")
