Tokens = tuple[int, ...]


def allowed_next(entries: list[Tokens], end: int, outputs: list[Tokens]) -> list[list[int]]:
    """For each output the sorted tokens with which it can still become an entry; ValueError where none can."""
    raise NotImplementedError


def mask_logits(entries: list[Tokens], end: int, outputs: list[Tokens], logits: list[list[float]]) -> list[list[float]]:
    """New rows of logits, -inf wherever the token is not allowed next."""
    raise NotImplementedError
