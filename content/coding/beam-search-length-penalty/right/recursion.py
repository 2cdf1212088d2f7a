"""Recursion over the lengths with a bounded heap of live texts, worst on top."""

import heapq


def beam_search(step, width, max_len, end, alpha):
    found = _search(step, width, max_len, end, alpha, [(0.0, ())], [])
    return (found[2], -found[0]) if found else None


def _search(step, width, max_len, end, alpha, live, best):
    heap = []
    for (total, text), row in zip(live, step([text for _, text in live])):
        for token, log_p in enumerate(row):
            grown = (*text, token)
            if log_p == float("-inf"):
                continue
            if token == end:
                rival = (-(total + log_p) / len(grown) ** alpha, len(grown), grown)
                best = min(best, rival) if best else rival
                continue
            entry = (total + log_p, [-t for t in grown], grown)
            if len(heap) < width:
                heapq.heappush(heap, entry)
            else:
                heapq.heappushpop(heap, entry)
    live = [(total, text) for total, _, text in heap]
    if not live or len(live[0][1]) == max_len:
        return best
    hope = -max(live)[0] / max_len**alpha
    return best if best and hope >= best[0] else _search(step, width, max_len, end, alpha, live, best)
