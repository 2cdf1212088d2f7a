import heapq
import math
from collections.abc import Callable

Tokens = tuple[int, ...]


def beam_search(
    step: Callable[[list[Tokens]], list[list[float]]], width: int, max_len: int, end: int, alpha: float
) -> tuple[Tokens, float] | None:
    """The best finished text and its score, log P / length ** alpha, or None if no text ends within max_len tokens.

    Works with costs, -log P: the smallest tuple (cost, tokens) is then the best text, ties included.
    """
    live: list[tuple[float, Tokens]] = [(0.0, ())]
    best: tuple[float, float, Tokens] = (math.inf, math.inf, ())
    for length in range(1, max_len + 1):
        grown = [
            (cost - log_p, tokens, token)
            for (cost, tokens), row in zip(live, step([tokens for _, tokens in live]))
            for token, log_p in enumerate(row)
            if log_p > -math.inf
        ]
        finished = [(cost / length**alpha, length, (*tokens, end)) for cost, tokens, token in grown if token == end]
        best = min([best, *finished])
        kept = heapq.nsmallest(width, (entry for entry in grown if entry[2] != end))
        live = [(cost, (*tokens, token)) for cost, tokens, token in kept]
        # A cost can only grow. At best it stays, and is divided by the largest length there is.
        if not live or live[0][0] / max_len**alpha >= best[0]:
            break
    cost, _, tokens = best
    return (tokens, -cost) if tokens else None
