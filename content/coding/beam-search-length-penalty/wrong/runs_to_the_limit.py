"""Misconception: stopping early is a heuristic, so the safe way is to run to max_len.
Shown to the learner: Stopping is exact here: log-probabilities are at most 0, so a bound on what a live text can still reach is known. Each call beyond that is a pass of the model for nothing.
Must fail: stops_in_time
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
        if not live:
            break
    return (best[2], -best[0]) if best[2] else None
