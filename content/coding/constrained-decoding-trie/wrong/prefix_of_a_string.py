"""Misconception: a list of tokens can be compared as a string.
Shown to the learner: Written one after the other, the tokens 1, 2 and the token 12 look alike, and the output 1 begins the entry 12. Compare tokens, or the decoder emits ids that mean something else.
Must fail: tokens_are_not_digits
"""

import math


def allowed_next(entries, end, outputs):
    table = {}
    for entry in entries:
        for size in range(len(entry)):
            table.setdefault("".join(map(str, entry[:size])), set()).add(entry[size])
        table.setdefault("".join(map(str, entry)), set()).add(end)
        table.setdefault("".join(map(str, entry)) + "E", set()).add(end)
    found = []
    for output in outputs:
        body = list(output)
        while len(body) > 1 and body[-1] == end == body[-2]:
            body.pop()
        word = "".join("E" if token == end else str(token) for token in body)
        if word not in table:
            raise ValueError("stray")
        found.append(sorted(table[word]))
    return found


def mask_logits(entries, end, outputs, logits):
    allowed = allowed_next(entries, end, outputs)
    return [[x if t in set(ok) else -math.inf for t, x in enumerate(row)] for row, ok in zip(logits, allowed)]
