"""Misconception: a rate lies between 0 and 1, so the longer of the two texts is what to divide by.
Shown to the learner: The rate says how many corrections a listener must make for each word that was said. A model that babbles needs more corrections than there were words, and dividing by its own length rewards it for that.
Must fail: may_exceed_one
"""


def word_errors(reference: str, hypothesis: str) -> tuple[int, int, int]:
    """Substitutions, deletions and insertions of a best alignment; of equals, the one with the most substitutions.

    O(n m) time and O(m) memory for n words against m.
    """
    said, heard = reference.split(), hypothesis.split()
    # Best (errors, deletions) of the reference so far against each prefix of the hypothesis. Pairs compare from the
    # left: fewest errors first, then fewest deletions, which is the same as most substitutions.
    best = [(insertions, 0) for insertions in range(len(heard) + 1)]
    for n, word in enumerate(said, 1):
        diagonal, best[0] = best[0], (n, n)
        for m, other in enumerate(heard, 1):
            errors, deletions = diagonal
            matched = (errors + (word != other), deletions)
            deleted = (best[m][0] + 1, best[m][1] + 1)
            inserted = (best[m - 1][0] + 1, best[m - 1][1])
            diagonal, best[m] = best[m], min(matched, deleted, inserted)
    errors, deletions = best[-1]
    insertions = deletions + len(heard) - len(said)
    return errors - deletions - insertions, deletions, insertions


def word_error_rate(references: list[str], hypotheses: list[str]) -> float:
    """Errors of all pairs divided by words of all references; ValueError where there is nothing to divide by."""
    errors = sum(sum(word_errors(*pair)) for pair in zip(references, hypotheses, strict=True))
    words = sum(max(map(len, map(str.split, pair))) for pair in zip(references, hypotheses, strict=True))
    if not any(map(str.split, references)):
        raise ValueError("the references hold no word")
    return errors / words
