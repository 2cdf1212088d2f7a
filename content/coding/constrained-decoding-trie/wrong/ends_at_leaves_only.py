"""Misconception: an entry ends where its branch ends, so a leaf of the trie marks it.
Shown to the learner: An entry that begins another ends in an inner node. Without a mark of its own it can never be generated. Mark the end of every entry.
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
        node.setdefault(None, None)
    for entry in entries:
        node = root
        for token in entry:
            node = node[token]
        node.pop(None, None)
        if not node or list(node) == [end]:
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
