import math

from holdout_judge import case, growth, inout, property, raises

INF = math.inf


@case(
    visible=True, why="the worked example of the prompt: a shared beginning, an entry inside another, a finished output"
)
def example(sol):
    catalogue = [(5, 7), (5, 7, 9), (6, 7)]
    outputs = [(), (5,), (5, 7), (6, 7), (6, 7, 0)]
    assert sol.allowed_next(catalogue, 0, outputs) == [[5, 6], [7], [0, 9], [0], [0]]
    assert sol.mask_logits([(1,), (1, 2)], 0, [(1,)], [[0.5, 3.0, -1.0]]) == [[0.5, -INF, -1.0]]


@case(visible=True, why="the end is allowed at complete entries only, else the decoder stops at a product nobody sells")
def end_only_at_complete_entries(sol):
    got = sol.allowed_next(
        [(1, 2, 3), (1, 2, 3, 4, 5)], 9, [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), (1, 2, 3, 4, 5)]
    )
    assert got == [[1], [2], [3], [4, 9], [5], [9]]


@case(why="an entry inside another: stopping must stay possible, and so must going on, in either order of the entries")
def one_entry_begins_another(sol):
    for catalogue in ([(4,), (4, 4), (4, 4, 4)], [(4, 4, 4), (4, 4), (4,)]):
        assert sol.allowed_next(catalogue, 7, [(4,), (4, 4), (4, 4, 4), ()]) == [[4, 7], [4, 7], [7], [4]]


@case(why="what may come next depends on the whole output, not on its length or its last token")
def the_whole_output_counts(sol):
    catalogue = [(1, 5, 2), (3, 5, 4), (3, 6, 2)]
    got = sol.allowed_next(catalogue, 0, [(1, 5), (3, 5), (3, 6), (1,), (3,), (1, 5, 2)])
    assert got == [[2], [4], [2], [5], [5, 6], [0]]


@case(why="tokens are numbers, not their digits: 1, 2 is another output than 12 or 1, 21")
def tokens_are_not_digits(sol):
    catalogue = [(1, 21), (12, 1), (1, 2, 3)]
    assert sol.allowed_next(catalogue, 0, [(1,), (12,), (1, 2), (1, 21), ()]) == [[2, 21], [1], [3], [0], [1, 12]]
    raises(ValueError, sol.allowed_next, catalogue, 0, [(2,)])


@case(why="finished rows wait for the batch with the end token as padding; with nothing allowed their softmax is NaN")
def finished_outputs_wait(sol):
    outputs = [(2, 8), (2, 8, 8, 8), (2, 3, 8), (2,)]
    assert sol.allowed_next([(2,), (2, 3)], 8, outputs) == [[8], [8], [8], [3, 8]]
    masked = sol.mask_logits([(1,)], 0, [(1, 0), ()], [[-4.0, 1.0], [2.0, 3.0]])
    assert masked == [[-4.0, -INF], [-INF, 3.0]]


@case(why="an output outside the catalogue means that a mask was not applied: an exception, not a quiet end")
def strays_are_refused(sol):
    catalogue = [(1, 2), (1, 2, 3)]
    strays = [(2,), (1, 3), (1, 2, 3, 4), (1, 2, 4), (9,)]
    unfinished = [(0,), (1, 0), (1, 0, 0)]
    after_the_end = [(1, 2, 0, 3), (1, 2, 0, 1), (1, 2, 3, 0, 0, 2)]
    for stray in strays + unfinished + after_the_end:
        raises(ValueError, sol.allowed_next, catalogue, 0, [(1,), stray])
        raises(ValueError, sol.mask_logits, catalogue, 0, [stray], [[0.0] * 10])


@case(why="a catalogue lists a product twice, and many entries share a next token: it is allowed once, in order")
def each_token_once_and_sorted(sol):
    catalogue = [(3, 9), (3, 1), (3, 9), (3, 9, 2), (2, 3), (30, 3)]
    assert sol.allowed_next(catalogue, 5, [(3,), (), (3, 9), (3,)]) == [[1, 9], [2, 3, 30], [2, 5], [1, 9]]


@case(why="the mask forbids and nothing else: allowed logits keep their value, negative, zero or -inf; 0 is not a mask")
def allowed_logits_are_unchanged(sol):
    logits = [[-3.5, 0.0, 1e30, -INF, 7.0], [1.0, 2.0, 3.0, 4.0, 5.0]]
    got = sol.mask_logits([(1,), (2,), (3,), (2, 0)], 4, [(), (2,)], logits)
    assert got == [[-INF, 0.0, 1e30, -INF, -INF], [1.0, -INF, -INF, -INF, 5.0]]


@case(why="an empty batch is what a scheduler hands over at night")
def empty_batch(sol):
    assert sol.allowed_next([(1,)], 0, []) == []
    assert sol.mask_logits([(1,)], 0, [], []) == []


@property(runs=20, why="agrees with reading the whole catalogue, on short entries over few tokens")
def agrees_with_reading_everything(sol, rng):
    catalogue = drawn(rng, int(rng.integers(1, 12)), 4)
    outputs = [entry[: int(rng.integers(len(entry) + 1))] for entry in catalogue] + [(*catalogue[0], 2)]
    expected = [by_reading(catalogue, 2, output) for output in outputs]
    assert sol.allowed_next(catalogue, 2, outputs) == expected
    logits = rng.normal(size=(len(outputs), 5)).tolist()
    wanted = [[x if t in allowed else -INF for t, x in enumerate(row)] for row, allowed in zip(logits, expected)]
    assert sol.mask_logits(catalogue, 2, outputs, logits) == wanted


@property(runs=3, why="the logits are logged after the step, and the catalogue is used for the next one")
def inputs_are_left_alone(sol, rng):
    catalogue = drawn(rng, 6, 4)
    outputs, logits = [(), catalogue[0]], rng.normal(size=(2, 5)).tolist()
    _, after = inout(sol.mask_logits, catalogue, 2, outputs, logits)
    assert after == (catalogue, 2, outputs, logits)


@growth(sizes=[100, 400, 1600], at_most="n log n", of="allowed_next",
        why="a hundred thousand entries and a thousand outputs: each output is walked, not compared with each entry")  # fmt: skip
def grows_with_the_tokens(rng, n):
    catalogue = [tuple(row) for row in rng.integers(3, 13, size=(n, 6)).tolist()]
    return catalogue, 2, [entry[: 3 + i % 4] for i, entry in enumerate(catalogue)]


def drawn(rng, n, longest):
    """Entries over the tokens 0, 1, 3 and 4, so that many begin alike; 2 is the end token."""
    return [tuple(rng.choice([0, 1, 3, 4], size=int(rng.integers(1, longest + 1))).tolist()) for _ in range(n)]


def by_reading(catalogue, end, output):
    """The definition: every entry is read, with its end token and one more."""
    ended = [(*entry, end, end) for entry in catalogue]
    return sorted({entry[len(output)] for entry in ended if entry[: len(output)] == output})
