"""Misconception: finished texts are beams like the others.
Shown to the learner: Each text that ends narrows the search, and at width 1 it is over as soon as the end token is the most probable. Keep finished texts apart, and always keep `width` live ones.
Must fail: finished_texts_use_no_place
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
        live = [entry for entry in heapq.nsmallest(width, grown) if entry[1][-1] != end]
        if not live or live[0][0] / max_len**alpha >= best[0]:
            break
    return (best[2], -best[0]) if best[2] else None
