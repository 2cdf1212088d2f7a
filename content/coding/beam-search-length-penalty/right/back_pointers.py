"""Whole columns at a time: scores with back-pointers to the parents, and the lexicographic rank of each live text."""

import math


def beam_search(step, width, max_len, end, alpha):
    texts, sums = [()], [0.0]  # in lexicographic order
    winner, top = None, -math.inf
    for used in range(max_len):
        continuations = []
        for parent, row in enumerate(step(texts)):
            for token, log_p in enumerate(row):
                if log_p == -math.inf:
                    continue
                if token != end:
                    continuations.append((parent, token, sums[parent] + log_p))
                elif (score := (sums[parent] + log_p) / (used + 1) ** alpha) > top:
                    winner, top = (*texts[parent], end), score
        continuations.sort(key=lambda entry: entry[2], reverse=True)  # stable, so equal ones stay in order
        survivors = sorted(continuations[:width])
        texts = [(*texts[parent], token) for parent, token, _ in survivors]
        sums = [total for _, _, total in survivors]
        if all(total / max_len**alpha <= top for total in sums):
            break
    return None if winner is None else (winner, top)
