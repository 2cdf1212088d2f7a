"""Misconception: the rate of a corpus is the mean of the rates of its utterances.
Shown to the learner: Then a misheard "yes" weighs as much as a wrong voicemail, and one empty reference has no rate at all. Add up errors and words first, divide once.
Must fail: corpus_is_one_long_test
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


def word_error_rate(references, hypotheses):
    pairs = list(zip(references, hypotheses, strict=True))
    if not any(reference.split() for reference in references):
        raise ValueError("the references hold no word")
    rates = [sum(word_errors(*pair)) / max(1, len(pair[0].split())) for pair in pairs]
    return sum(rates) / len(rates)
