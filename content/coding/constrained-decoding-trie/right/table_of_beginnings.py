"""A hash map from every beginning of an entry to the set of tokens that follow it."""

from collections import defaultdict


def allowed_next(entries, end, outputs):
    follows = defaultdict(set)
    for entry in set(entries):
        for size, token in enumerate(entry):
            follows[entry[:size]].add(token)
        follows[entry].add(end)
    complete = set(entries)
    return [_next(follows, complete, end, tuple(output)) for output in outputs]


def _next(follows, complete, end, output):
    if end in output:
        at = output.index(end)
        if output[:at] in complete and set(output[at:]) == {end}:
            return [end]
    elif output in follows:
        return sorted(follows[output])
    raise ValueError(output)


def mask_logits(entries, end, outputs, logits):
    result = []
    for row, allowed in zip(logits, allowed_next(entries, end, outputs)):
        kept = set(allowed)
        result.append([x if token in kept else float("-inf") for token, x in enumerate(row)])
    return result
