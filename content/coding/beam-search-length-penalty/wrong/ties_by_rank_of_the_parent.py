"""Misconception: a stable sort by probability breaks ties well enough.
Shown to the learner: Stable means: in the order in which the continuations were listed, which is that of their parents' rank. Of two equally probable texts the one with the better start then survives, and not the smaller tuple that the contract asks for.
Must fail: ties_among_the_living
"""

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
        live = sorted([entry for entry in grown if entry[1][-1] != end], key=lambda entry: entry[0])[:width]
        if not live or live[0][0] / max_len**alpha >= best[0]:
            break
    return (best[2], -best[0]) if best[2] else None
