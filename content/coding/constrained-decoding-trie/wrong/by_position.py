"""Misconception: it is enough to know which tokens occur at each position.
Shown to the learner: Position two of one product and position three of another make a product nobody sells. What may follow depends on the whole output so far.
Must fail: the_whole_output_counts
"""

import math


def allowed_next(entries, end, outputs):
    longest = max(map(len, entries))
    at = [set() for _ in range(longest + 1)]
    for entry in entries:
        for place, token in enumerate((*entry, end)):
            at[place].add(token)
    found = []
    for output in outputs:
        if any(place > longest or token not in at[place] for place, token in enumerate(output) if token != end):
            raise ValueError("stray")
        found.append([end] if end in output else sorted(at[len(output)]))
    return found


def mask_logits(entries, end, outputs, logits):
    allowed = allowed_next(entries, end, outputs)
    return [[x if t in set(ok) else -math.inf for t, x in enumerate(row)] for row, ok in zip(logits, allowed)]
