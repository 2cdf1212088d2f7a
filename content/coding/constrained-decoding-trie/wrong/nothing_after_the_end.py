"""Misconception: a finished output needs no next token.
Shown to the learner: The batch goes on until its last row is done. A row with nothing allowed is -inf everywhere, its softmax is NaN, and the NaN spreads into the score of the beam. Let it repeat the end token.
Must fail: finished_outputs_wait
"""

import math


def allowed_next(entries, end, outputs):
    done = {}
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
    return node


def mask_logits(entries, end, outputs, logits):
    allowed = allowed_next(entries, end, outputs)
    return [[x if t in set(ok) else -math.inf for t, x in enumerate(row)] for row, ok in zip(logits, allowed)]
