"""Misconception: word i of one text belongs to word i of the other.
Shown to the learner: One missed word shifts all that follow, and every one of them counts as wrong. The alignment has to be searched for.
Must fail: one_miss_shifts_the_rest
"""


def word_errors(reference, hypothesis):
    said, heard = reference.split(), hypothesis.split()
    wrong = sum(a != b for a, b in zip(said, heard, strict=False))
    return wrong, max(0, len(said) - len(heard)), max(0, len(heard) - len(said))


def word_error_rate(references: list[str], hypotheses: list[str]) -> float:
    """Errors of all pairs divided by words of all references; ValueError where there is nothing to divide by."""
    errors = sum(sum(word_errors(*pair)) for pair in zip(references, hypotheses, strict=True))
    words = sum(len(reference.split()) for reference in references)
    if words == 0:
        raise ValueError("the references hold no word")
    return errors / words
