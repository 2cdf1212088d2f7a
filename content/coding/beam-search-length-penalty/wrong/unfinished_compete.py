"""Misconception: at the limit the live texts are finished, too.
Shown to the learner: A text without its end has never paid for the end token, so it looks better than it is, and the title is cut off in the middle. Texts that have not ended do not compete.
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
                best = min(best, (cost / length**alpha, length, tokens))
        live = heapq.nsmallest(width, [entry for entry in grown if entry[1][-1] != end])
        if not live or live[0][0] / max_len**alpha >= best[0]:
            break
    if length == max_len and live:
        best = min(best, (live[0][0] / max_len**alpha, length, live[0][1]))
    return (best[2], -best[0]) if best[2] else None
