"""Misconception: probabilities are easier to read than their logarithms, and the order is the same.
Shown to the learner: The order is the same until the product underflows. Below 1e-308 all texts have probability 0, and none can be told from the others. Add logarithms.
Must fail: tiny_probabilities
"""

import heapq
import math


def _log(p):
    return math.log(p) if p > 0 else -math.inf


def beam_search(step, width, max_len, end, alpha):
    live = [(-1.0, ())]
    best = (math.inf, 0, ())
    for length in range(1, max_len + 1):
        rows = step([tokens for _, tokens in live])
        grown = []
        for (cost, tokens), row in zip(live, rows):
            for token, log_p in enumerate(row):
                if log_p > -math.inf:
                    grown.append((cost * math.exp(log_p), (*tokens, token)))
        for cost, tokens in grown:
            if tokens[-1] == end:
                best = min(best, (-_log(-cost) / length**alpha, length, tokens))
        live = heapq.nsmallest(width, [entry for entry in grown if entry[1][-1] != end])
        if not live or -_log(-live[0][0]) / max_len**alpha >= best[0]:
            break
    return (best[2], -best[0]) if best[2] else None
