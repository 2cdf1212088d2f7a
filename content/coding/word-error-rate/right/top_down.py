"""From the ends backwards with memory, counting the three kinds of error themselves."""

import sys
from functools import cache


def word_errors(reference, hypothesis):
    said, heard = tuple(reference.split()), tuple(hypothesis.split())
    sys.setrecursionlimit(10_000)

    @cache
    def best(n, m):
        """Counts for the last n words said and the last m heard."""
        if n == 0 or m == 0:
            return 0, n, m
        s, d, i = best(n - 1, m - 1)
        candidates = [(s + (said[-n] != heard[-m]), d, i)]
        s, d, i = best(n - 1, m)
        candidates.append((s, d + 1, i))
        s, d, i = best(n, m - 1)
        candidates.append((s, d, i + 1))
        return min(candidates, key=lambda counts: (sum(counts), -counts[0]))

    return best(len(said), len(heard))


def word_error_rate(references, hypotheses):
    if len(references) != len(hypotheses):
        raise ValueError("one hypothesis a reference")
    errors = words = 0
    for reference, hypothesis in zip(references, hypotheses, strict=True):
        errors += sum(word_errors(reference, hypothesis))
        words += len(reference.split())
    if not words:
        raise ValueError("no words")
    return errors / words
