def word_errors(reference: str, hypothesis: str) -> tuple[int, int, int]:
    """Substitutions, deletions and insertions of a best alignment; of equals, the one with the most substitutions."""
    raise NotImplementedError


def word_error_rate(references: list[str], hypotheses: list[str]) -> float:
    """Errors of all pairs divided by words of all references."""
    raise NotImplementedError
