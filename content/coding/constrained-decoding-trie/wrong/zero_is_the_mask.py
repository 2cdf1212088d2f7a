"""Misconception: multiplying the logits by a mask of zeros and ones forbids the zeros.
Shown to the learner: A logit of 0 is not a probability of 0: it can be the largest of the row when the others are negative. Only -inf becomes 0 in the softmax.
Must fail: allowed_logits_are_unchanged
"""


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
    return node


def mask_logits(entries, end, outputs, logits):
    allowed = allowed_next(entries, end, outputs)
    return [[x if t in set(ok) else 0.0 for t, x in enumerate(row)] for row, ok in zip(logits, allowed)]
