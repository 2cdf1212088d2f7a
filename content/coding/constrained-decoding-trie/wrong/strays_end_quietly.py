"""Misconception: an output that is not in the catalogue should simply be ended.
Shown to the learner: It can only be there because a mask was not applied or the catalogue was exchanged. Ending it returns a product that does not exist, and nobody hears of the fault. Raise.
Must fail: strays_are_refused
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
            return {end: None}
        node = node[token]
    return node


def mask_logits(entries, end, outputs, logits):
    allowed = allowed_next(entries, end, outputs)
    return [[x if t in set(ok) else -math.inf for t, x in enumerate(row)] for row, ok in zip(logits, allowed)]
