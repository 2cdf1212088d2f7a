"""Misconception: comparing each output with each entry is one line, and fast enough.
Shown to the learner: It is entries times outputs, at every step of the decoder: a hundred thousand by a thousand. Build a trie once and let each output walk its own tokens.
Must fail: grows_with_the_tokens
"""

import math


def allowed_next(entries, end, outputs):
    found = []
    for output in outputs:
        body = output
        while len(body) > 1 and body[-1] == end == body[-2]:
            body = body[:-1]
        size = len(body)
        tokens = {(*entry, end, end)[size] for entry in entries if (*entry, end)[:size] == body}
        if not tokens:
            raise ValueError("stray")
        found.append(sorted(tokens))
    return found


def mask_logits(entries, end, outputs, logits):
    allowed = allowed_next(entries, end, outputs)
    return [[x if t in set(ok) else -math.inf for t, x in enumerate(row)] for row, ok in zip(logits, allowed)]
