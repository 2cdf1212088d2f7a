"""Misconception: the length of a text is the number of its words, without the end token.
Shown to the learner: The contract counts the end token. Without it every score is divided by another number, the comparison between short and long texts changes, and the empty text divides by zero.
Must fail: nothing_ends
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
                best = min(best, (cost / max(1, length - 1) ** alpha, length, tokens))
        live = heapq.nsmallest(width, [entry for entry in grown if entry[1][-1] != end])
        if not live or live[0][0] / max_len**alpha >= best[0]:
            break
    return (best[2], -best[0]) if best[2] else None
