"""Misconception: the words that do not belong to the longest common subsequence are the errors.
Shown to the learner: That knows no substitution: each costs a deletion and an insertion, two errors where the listener corrects one word.
Must fail: each_kind_by_itself
"""


def word_errors(reference, hypothesis):
    said, heard = reference.split(), hypothesis.split()
    common = [0] * (len(heard) + 1)
    for word in said:
        before = common[:]
        for m, other in enumerate(heard, 1):
            common[m] = before[m - 1] + 1 if word == other else max(before[m], common[m - 1])
    return 0, len(said) - common[-1], len(heard) - common[-1]


def word_error_rate(references: list[str], hypotheses: list[str]) -> float:
    """Errors of all pairs divided by words of all references; ValueError where there is nothing to divide by."""
    errors = sum(sum(word_errors(*pair)) for pair in zip(references, hypotheses, strict=True))
    words = sum(len(reference.split()) for reference in references)
    if words == 0:
        raise ValueError("the references hold no word")
    return errors / words
