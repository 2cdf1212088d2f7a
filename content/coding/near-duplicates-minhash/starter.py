def shingles(words: list[str], k: int) -> set[tuple[str, ...]]:
    """All runs of k neighbouring words; all words together where there are fewer."""
    raise NotImplementedError


def jaccard(a: set, b: set) -> float:
    """Size of the intersection over size of the union; two empty sets are the same."""
    raise NotImplementedError
