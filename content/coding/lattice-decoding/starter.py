Edge = tuple[int, int, str, int]


def best_sentence(
    edges: list[Edge], start: int, goal: int, bigram: dict[tuple[str, str], int], backoff: int
) -> tuple[int, list[str]] | None:
    """Smallest acoustic plus bigram cost from start to goal and its words, or None if goal is out of reach.

    edges : (source, target, word, cost), an empty word being a pause.
    """
    raise NotImplementedError
