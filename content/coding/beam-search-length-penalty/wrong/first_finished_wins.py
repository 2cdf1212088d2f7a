"""Misconception: the search is over when a text has finished.
Shown to the learner: Texts finish in order of length, not of score. With a length penalty a later one often wins; go on until no live text can.
Must fail: the_long_text_wins
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
        live = heapq.nsmallest(width, [entry for entry in grown if entry[1][-1] != end])
        if not live or best[2]:
            break
    return (best[2], -best[0]) if best[2] else None
