def train_bpe(words: dict[str, int], merges: int) -> list[tuple[str, str]]:
    """The first `merges` pairs that byte-pair encoding joins, most frequent first, ties to the smallest pair."""
    raise NotImplementedError
