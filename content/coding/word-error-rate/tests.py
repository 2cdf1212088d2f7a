from holdout_judge import case, close, oracle, property, raises

WORDS = ["a", "b", "c", "d"]


@case(visible=True, why="the worked example of the prompt: one word missed, one heard in addition")
def example(sol):
    assert sol.word_errors("turn the lights off", "turn lights off now") == (0, 1, 1)


@case(visible=True, why="one word of six is wrong: long and short utterances count by their words")
def corpus_is_one_long_test(sol):
    close(sol.word_error_rate(["yes", "call me back at noon"], ["yeah", "call me back at noon"]), 1 / 6)
    close(sol.word_error_rate(["a b c d", "a"], ["a b x d", "y"]), 2 / 5)


@case(why="each kind of error by itself, in its own place of the answer")
def each_kind_by_itself(sol):
    assert sol.word_errors("a b c", "a b c") == (0, 0, 0)
    assert sol.word_errors("a b c", "a x c") == (1, 0, 0)
    assert sol.word_errors("a b c", "a c") == (0, 1, 0)
    assert sol.word_errors("a c", "a b c") == (0, 0, 1)


@case(why="a single word missed at the start shifts all that follow: alignment is not comparison by position")
def one_miss_shifts_the_rest(sol):
    assert sol.word_errors("a b c d a b", "b c d a b") == (0, 1, 0)
    assert sol.word_errors("b c d a b", "a b c d a b") == (0, 0, 1)


@case(why="a word is right or wrong: sharing letters with the right one does not make it half right")
def letters_do_not_count(sol):
    assert sol.word_errors("recognise speech", "wreck a nice beach") == (2, 0, 2)
    assert sol.word_errors("fourteen", "forty") == (1, 0, 0)


@case(why="two alignments with the same number of errors: the one with more substitutions is reported")
def ties_prefer_substitutions(sol):
    assert sol.word_errors("a b", "b c") == (2, 0, 0)
    assert sol.word_errors("a b", "b a") == (2, 0, 0)
    assert sol.word_errors("a b c d", "b c d a") == (0, 1, 1)


@case(why="silence on either side: nothing said, nothing heard, or neither")
def empty_texts(sol):
    assert sol.word_errors("", "") == (0, 0, 0)
    assert sol.word_errors("", "a b") == (0, 0, 2)
    assert sol.word_errors("a b", "  ") == (0, 2, 0)
    close(sol.word_error_rate(["", "a"], ["a b", "a"]), 2.0)


@case(why="a model that babbles makes more errors than there were words: the rate is not capped at 1")
def may_exceed_one(sol):
    close(sol.word_error_rate(["stop"], ["please do not stop me now"]), 5.0)


@case(why="a rate over nothing, or over lists that do not belong together, is a fault of the caller")
def nothing_to_divide_by(sol):
    raises(ValueError, sol.word_error_rate, [], [])
    raises(ValueError, sol.word_error_rate, ["", " "], ["a", "b"])
    raises(ValueError, sol.word_error_rate, ["a", "b"], ["a"])
    raises(ValueError, sol.word_error_rate, ["a"], ["a", "b"])


@case(why="spaces, tabs and line ends between words are not errors; capitals are, since nobody asked to fold them")
def words_are_what_split_gives(sol):
    assert sol.word_errors("a  b\tc\n", " a b c") == (0, 0, 0)
    assert sol.word_errors("Turn left", "turn left") == (1, 0, 0)


@oracle(runs=30, of="word_errors", why="agrees with the reference on short texts over few words, where ties are common")
def agrees(rng):
    return drawn(rng, 9), drawn(rng, 9)


@oracle(runs=2, of="word_errors", why="a transcript of two hundred words, as the prompt promises")
def longer_texts(rng):
    return " ".join(rng.choice(WORDS, 200)), " ".join(rng.choice(WORDS, 180))


@property(runs=10, why="exchanging the two texts exchanges deletions and insertions and nothing else")
def exchanged_texts(sol, rng):
    reference, hypothesis = drawn(rng, 12), drawn(rng, 12)
    substitutions, deletions, insertions = sol.word_errors(reference, hypothesis)
    assert sol.word_errors(hypothesis, reference) == (substitutions, insertions, deletions)


@property(runs=5, why="the rate of a corpus is the errors of its pairs over its words, whatever the order of the pairs")
def rate_is_errors_over_words(sol, rng):
    references, hypotheses = ([drawn(rng, 8) + " a" for _ in range(6)] for _ in range(2))
    errors = sum(sum(sol.word_errors(*pair)) for pair in zip(references, hypotheses, strict=True))
    close(sol.word_error_rate(references, hypotheses), errors / sum(len(text.split()) for text in references))
    close(sol.word_error_rate(references[::-1], hypotheses[::-1]), sol.word_error_rate(references, hypotheses))


def drawn(rng, longest):
    """A text of up to `longest` words."""
    return " ".join(rng.choice(WORDS, rng.integers(0, longest + 1)))
