def encode(data: bytes, merges: list[tuple[int, int]]) -> list[int]:
    """Tokens of one piece by byte-pair encoding, in O(n log n + m).

    merges[i] is the pair that becomes token 256 + i; the earliest of the present pairs is replaced first.
    """
    raise NotImplementedError
