"""Misconception: when an output is a complete entry, the only thing left is to end it.
Shown to the learner: It may be the beginning of a longer entry as well: the red shoe must not make the red shoe laces unreachable. At a complete entry the end token is one choice among the others.
Must fail: one_entry_begins_another
"""

import math


def allowed_next(entries, end, outputs):
    done = {}
    done[end] = done
    root = {}
    for entry in entries:
        node = root
        for token in entry:
            node = node.setdefault(token, {})
        node[end] = done
    return [sorted(_walk(root, output, end)) for output in outputs]


def _walk(node, output, end):
    for token in output:
        if token not in node:
            raise ValueError("stray")
        node = node[token]
    return {end: None} if end in node else node


def mask_logits(entries, end, outputs, logits):
    allowed = allowed_next(entries, end, outputs)
    return [[x if t in set(ok) else -math.inf for t, x in enumerate(row)] for row, ok in zip(logits, allowed)]
