def fuse(
    rankings: list[list[tuple[str, str]]], limit: int, k: float = 60, weights: list[float] | None = None
) -> list[tuple[str, str, float]]:
    """Documents of all rankings of chunks by reciprocal rank fusion: (document, chunk to show, score), best first."""
    raise NotImplementedError
