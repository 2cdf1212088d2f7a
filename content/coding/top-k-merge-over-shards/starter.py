from collections.abc import Iterable


def top_k(shards: list[Iterable[tuple[float, str]]], k: int) -> list[tuple[float, str]]:
    """The k best hits of all shards, each document once, reading no more of any stream than decides."""
    raise NotImplementedError
