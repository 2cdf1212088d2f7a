import numpy as np
from holdout_judge import case, close, finite, oracle, property


@case(visible=True, why="the worked example of the prompt: two payments of one card within the hour, one of another")
def example(sol):
    counts, sums = sol.recent_activity(np.array([4, 4, 9, 4]), np.array([0, 30, 40, 70]), ints(500, 100, 250, 75), 60)
    close(counts, ints(0, 1, 0, 1))
    close(sums, ints(0, 500, 0, 100))


@case(
    visible=True,
    fault="row-sees-itself",
    why="when the payment is scored it has not happened yet: a card's first one has an empty past",
)
def the_present_is_no_past(sol):
    counts, sums = sol.recent_activity(ints(1, 2, 1, 1), ints(5, 5, 5, 6), ints(70, 10, 20, 30), 3600)
    close(counts, ints(0, 0, 1, 2))
    close(sums, ints(0, 0, 70, 90))


@property(runs=3, fault="one-leaves-at-a-time", why="after a long pause a card has no recent past, like a new one")
def a_pause_empties_the_window(sol, rng):
    busy, amount = int(rng.integers(2, 9)), int(rng.integers(1, 999))
    cards, times = np.zeros(busy + 1, dtype=np.int64), np.append(np.arange(busy), 10_000)
    counts, sums = sol.recent_activity(cards, times, np.append(rng.integers(1, 99, size=busy), amount), 60)
    alone = sol.recent_activity(cards[-1:], times[-1:], np.array([amount]), 60)
    assert (counts[-1], sums[-1]) == (alone[0][0], alone[1][0])


@case(why="exactly `horizon` seconds old still counts, one more does not; so does the payment of the same second")
def edges_of_the_window(sol):
    cards, amounts = np.zeros(4, dtype=np.int64), ints(1, 10, 100, 1000)
    counts, sums = sol.recent_activity(cards, ints(0, 60, 61, 61), amounts, 60)
    close(counts, ints(0, 1, 1, 2))
    close(sums, ints(0, 1, 10, 110))


@case(why="a shard without payments has features of the same kind, just none of them")
def empty_log(sol):
    counts, sums = sol.recent_activity(ints(), ints(), ints(), 60)
    close(counts, ints())
    close(sums, ints())


@oracle(runs=10, of="recent_activity", why="agrees with the reference over cards, bursts, pauses and horizons of 0 too")
def windows_agree(rng):
    n = int(rng.integers(0, 40))
    times = np.cumsum(rng.choice([0, 0, 1, 5, 60], size=n))
    return rng.integers(0, 3, size=n), times, rng.integers(1, 9999, size=n), int(rng.choice([0, 4, 30, 90]))


@property(
    runs=3,
    fault="own-label-encoded",
    why="a fold's labels must not move its own features, or the model reads the answer off them",
)
def own_labels_do_not_matter(sol, rng):
    categories, labels, folds = table(rng)
    before = sol.encode(categories, labels, folds, 2.0)
    inside = folds == folds[0]
    flipped = np.where(inside, 1 - labels, labels)
    close(sol.encode(categories, flipped, folds, 2.0)[inside], before[inside], rtol=1e-9)


@case(visible=True, why="two folds of two rows: by hand, (1 + 1 * 0.5) / (1 + 1), and the prior for what is unseen")
def encoding_by_hand(sol):
    got = sol.encode(np.array(["a", "b", "a", "c"]), np.array([0.0, 0, 1, 0]), ints(0, 0, 1, 1), 1.0)
    close(got, np.array([0.75, 0.5, 0.0, 0.0]), rtol=1e-9, atol=1e-12)


@oracle(runs=10, of="encode", rtol=1e-9, why="agrees with the reference over folds, rare categories and weights")
def encodings_agree(rng):
    return *table(rng), float(rng.choice([0.5, 3.0, 20.0]))


@case(fault="filled-before-flagged", why="that a value was missing is often the best feature of all")
def gaps_are_flagged(sol):
    column = np.array([np.nan, 2.0, np.nan])
    filled, missing = sol.fill(np.array([1.0, np.nan, 5.0, 6.0]), column)
    close(missing, np.array([True, False, True]))
    close(filled, np.array([5.0, 2.0, 5.0]))


@case(fault="filled-before-flagged", why="the table belongs to the caller, and may be a read-only view of a file")
def inputs_stay_as_they_are(sol):
    table = np.array([[1.0, np.nan], [np.nan, 3.0]])
    table.flags.writeable = False
    filled, missing = sol.fill(table[:, 1], table[:, 0])
    close(filled, np.array([1.0, 3.0]))
    close(missing, np.array([False, True]))


@case(why="nothing to fill, and nothing at all: the median comes from training, never from the column")
def columns_without_gaps(sol):
    for column in (np.array([7.0, 8.0]), np.array([])):
        filled, missing = sol.fill(np.array([100.0]), column)
        close(filled, column)
        assert finite(filled) and not missing.any() and missing.dtype == bool
    close(sol.fill(np.array([1.0, 2.0]), np.array([np.nan, 50.0, 60.0]))[0], np.array([1.5, 50.0, 60.0]))


@case(
    fault="unknown-is-a-category",
    why="a country that training never saw must not look like the one it saw most",
)
def unknown_has_a_code_of_its_own(sol):
    got = sol.codes(np.array(["de", "fr", "de"]), np.array(["jp", "de"]), 1)
    assert got[0] not in sol.codes(np.array(["de", "fr", "de"]), np.array(["de", "fr"]), 1)
    assert got[0] != got[1]


@case(why="codes go by falling frequency, then by name; what is rarer than `min_count` is unknown")
def order_of_the_codes(sol):
    train = np.array(["b", "c", "a", "a", "b", "c", "c", "z"])
    close(sol.codes(train, np.array(["a", "b", "c", "z", "?"]), 2) > 0, np.array([True, True, True, False, False]))
    assert (np.diff(sol.codes(train, np.array(["c", "a", "b"]), 2)) == 1).all()
    close(sol.codes(train, np.array(["c", "a", "b", "z"]), 1), ints(1, 2, 3, 4))
    close(sol.codes(ints(5, 3, 5), ints(5, 4, 3), 2), ints(1, 0, 0))
    close(sol.codes(train, np.array([], dtype=str), 1), ints())


def ints(*values):
    return np.array(values, dtype=np.int64)


def table(rng):
    n = int(rng.integers(6, 40))
    return rng.choice(list("abcd"), size=n), (rng.random(n) < 0.4).astype(float), np.arange(n) % int(rng.integers(2, 5))
