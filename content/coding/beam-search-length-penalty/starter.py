from collections.abc import Callable

Tokens = tuple[int, ...]


def beam_search(
    step: Callable[[list[Tokens]], list[list[float]]], width: int, max_len: int, end: int, alpha: float
) -> tuple[Tokens, float] | None:
    """The best finished text and its score, log P / length ** alpha, or None if no text ends within max_len tokens.

    step : log-probabilities of the next token for each of the prefixes.
    """
    raise NotImplementedError
