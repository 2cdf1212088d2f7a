"""Misconception: every live text passes on its best continuation.
Shown to the learner: That is `width` greedy searches side by side. All continuations compete in one list: a strong parent may have several survivors and a weak one none.
Must fail: families_compete
"""

import heapq
import math


def beam_search(step, width, max_len, end, alpha):
    live = [(0.0, ())]
    best = (math.inf, 0, ())
    for length in range(1, max_len + 1):
        rows = step([tokens for _, tokens in live])
        grown = []
        for (cost, tokens), row in zip(live, rows):
            for token, log_p in enumerate(row):
                if log_p > -math.inf:
                    grown.append((cost - log_p, (*tokens, token)))
        for cost, tokens in grown:
            if tokens[-1] == end:
                best = min(best, (cost / length**alpha, length, tokens))
        live = [
            min(family)
            for _, tokens in live
            if (family := [e for e in grown if e[1][:-1] == tokens and e[1][-1] != end])
        ]
        if length == 1:
            live = heapq.nsmallest(width, [entry for entry in grown if entry[1][-1] != end])
        live.sort()
        if not live or live[0][0] / max_len**alpha >= best[0]:
            break
    return (best[2], -best[0]) if best[2] else None
