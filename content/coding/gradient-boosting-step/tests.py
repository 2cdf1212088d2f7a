import numpy as np
from holdout_judge import case, close, growth, inout, oracle, property


@case(visible=True, why="the worked example of the prompt: a leaf of two churners, and a leaf that is undecided")
def example(sol):
    values, raw = sol.boost(np.zeros(4), np.array([1, 1, 0, 1]), np.array([0, 0, 1, 1]), 2, 0.5, 0.1)
    close(values, np.array([0.1, 0.0]), rtol=1e-9)
    close(raw, np.array([0.1, 0.1, 0.0, 0.0]), rtol=1e-9)


@case(visible=True, why="a gain by hand: parting churners from the rest takes the cost from 0 to -1 on either side")
def gain_by_hand(sol):
    g, h = np.array([-0.5, -0.5, 0.5, 0.5]), np.full(4, 0.25)
    left = np.array([True, True, False, False])
    close(sol.split_gain(g, h, left, 0.0, 0.0, 0.0), 2.0, rtol=1e-9)
    close(sol.split_gain(g, h, left, 0.5, 0.3, 0.5), 0.7, rtol=1e-9)
    close(sol.split_gain(g, h, np.array([True, False, True, False]), 0.5, 0.3, 0.5), -0.3, rtol=1e-9)


@property(runs=8, why="first and second derivative of the log-loss, of each row apart: no mean is taken")
def derivatives_are_those_of_the_loss(sol, rng):
    raw, y = rng.normal(scale=2, size=9), rng.integers(0, 2, size=9)
    g, h = sol.derivatives(raw, y)
    close(g, (log_loss(raw + 1e-5, y) - log_loss(raw - 1e-5, y)) / 2e-5, rtol=1e-5)
    second = (log_loss(raw + 1e-3, y) - 2 * log_loss(raw, y) + log_loss(raw - 1e-3, y)) / 1e-6
    close(h, second, rtol=1e-4, atol=1e-7)


@case(why="late rounds are sure of themselves: 1 - p rounds to 0 at a score of 37, but the derivatives are not 0")
def confident_scores_keep_their_digits(sol):
    for score in (30.0, 45.0, 600.0):
        tiny = np.exp(-score)
        g, h = sol.derivatives(np.array([score, score, -score, -score]), np.array([1, 0, 0, 1]))
        close(g, np.array([-tiny, 1.0, tiny, -1.0]), rtol=1e-6, atol=0)
        close(h, np.full(4, tiny), rtol=1e-6, atol=0)


@case(why="scores of thousands must not overflow")
def huge_scores_stay_finite(sol):
    g, h = sol.derivatives(np.array([1e4, 1e4, -1e4, -1e4]), np.array([1, 0, 0, 1]))
    close(g, np.array([0.0, 1.0, 0.0, -1.0]))
    close(h, np.zeros(4))


@oracle(runs=12, of="boost", rtol=1e-9, why="agrees with the reference over leaves, regularisation and learning rates")
def boost_agrees(rng):
    n, n_leaves = int(rng.integers(1, 60)), int(rng.integers(1, 9))
    raw, y = rng.normal(scale=2, size=n), rng.integers(0, 2, size=n)
    return raw, y, rng.integers(0, n_leaves, size=n), n_leaves, float(rng.uniform(0.1, 5)), float(rng.uniform(0.05, 1))


@oracle(runs=12, of="split_gain", rtol=1e-7, atol=1e-9, why="agrees with the reference over splits and penalties")
def gain_agrees(rng):
    g, h = rng.normal(size=20), rng.uniform(0.01, 0.25, size=20)
    left = rng.random(20) < 0.5
    left[:2] = [True, False]
    return g, h, left, float(rng.uniform(0, 3)), float(rng.uniform(0, 1)), float(rng.uniform(0, 0.1))


@property(runs=6, why="the value is the bottom of the leaf's quadratic: sums over its rows, and lambda counted once")
def values_are_the_best(sol, rng):
    raw, y, leaf = rng.normal(size=30), rng.integers(0, 2, size=30), np.arange(30) % 3
    g, h = sol.derivatives(raw, y)
    values, _ = sol.boost(raw, y, leaf, 3, 1.5, 1.0)
    for k in range(3):
        slope, weight = g[leaf == k].sum(), h[leaf == k].sum() + 1.5
        close(float(values[k]), -slope / weight, rtol=1e-9)


@property(runs=6, why="the gain is the cost saved, with half of the squares: gamma is measured in units of the loss")
def gain_is_the_cost_saved(sol, rng):
    raw, y, left = rng.normal(size=16), rng.integers(0, 2, size=16), np.arange(16) % 4 == 0
    g, h = sol.derivatives(raw, y)

    def best_cost(rows, lam):
        value = -g[rows].sum() / (h[rows].sum() + lam)
        return g[rows].sum() * value + (h[rows].sum() + lam) * value**2 / 2

    everything = np.full(16, True)
    for lam in (0.0, 1.0, 7.0):
        saved = best_cost(everything, lam) - best_cost(left, lam) - best_cost(~left, lam)
        close(sol.split_gain(g, h, left, lam, 0.25, 0.0), float(saved - 0.25), rtol=1e-7, atol=1e-9)


@case(why="min_child_weight is a sum of second derivatives: many confident rows may weigh less than one doubtful row")
def child_weight_is_not_a_count(sol):
    g, h = np.array([0.1, 0.1, 0.1, 0.1, -0.5, -0.5]), np.array([0.125, 0.125, 0.125, 0.125, 0.5, 0.5])
    left = np.array([True, True, True, True, False, False])
    assert np.isfinite(sol.split_gain(g, h, left, 1.0, 0.0, 0.5)), "exactly the least weight is enough"
    for side in (left, ~left):
        got = sol.split_gain(g, h, side, 1.0, 0.0, 0.75)
        assert type(got) is float and got == -np.inf


@case(why="a side without rows is no split, even where no weight is asked and no gamma would punish it")
def empty_side_is_no_split(sol):
    g, h = np.array([0.5, -0.5]), np.array([0.25, 0.25])
    for left in (np.array([True, True]), np.array([False, False])):
        assert sol.split_gain(g, h, left, 1.0, 0.0, 0.0) == -np.inf


@case(why="leaves that no row of this batch reaches, the last one too, say 0: not NaN, not one leaf fewer")
def empty_leaves_say_nothing(sol):
    raw, y, leaf = np.array([0.0, 0.0]), np.array([1, 1]), np.array([1, 1])
    values, moved = sol.boost(raw, y, leaf, 4, 0.0, 0.5)
    close(values, np.array([0.0, 1.0, 0.0, 0.0]), rtol=1e-9)
    close(moved, np.array([1.0, 1.0]), rtol=1e-9)
    none = np.array([], dtype=int)
    values, moved = sol.boost(np.array([]), none, none, 2, 0.0, 0.5)
    close(values, np.zeros(2))
    assert moved.shape == (0,)


@case(why="a leaf of rows that are all right at 45: G and H are both tiny, their quotient is 1")
def confident_leaf_takes_a_whole_step(sol):
    values, _ = sol.boost(np.full(3, 45.0), np.array([1, 1, 1]), np.zeros(3, dtype=int), 1, 0.0, 0.25)
    close(values, np.array([0.25]), rtol=1e-6)


@case(why="rows so sure that H underflows to 0: with lambda 0 the value is 0 by agreement, and the gain has no NaN")
def nothing_to_divide_by(sol):
    values, moved = sol.boost(np.array([-1e4, 1e4]), np.array([1, 1]), np.array([0, 1]), 2, 0.0, 0.5)
    close(values, np.zeros(2))
    close(moved, np.array([-1e4, 1e4]))
    g, h, left = np.array([1.0, -0.5]), np.array([0.0, 0.25]), np.array([True, False])
    close(sol.split_gain(g, h, left, 0.0, 0.25, 0.0), 0.5 * (1.0 - 1.0) - 0.25, rtol=1e-9)


@case(why="scores are float32 columns of a table, read only; booleans are labels; scores keep their dtype")
def dtypes_and_inputs(sol):
    table = np.array([[0.0, 9.0], [2.0, 9.0], [-1.0, 9.0]], dtype=np.float32)
    raw, y, leaf = table[:, 0], np.array([True, False, True]), np.array([0, 1, 0], dtype=np.int32)
    raw.flags.writeable = False
    (values, moved), after = inout(sol.boost, raw, y, leaf, 2, 1.0, 0.5)
    wide, _ = sol.boost(raw.astype(np.float64), y, leaf, 2, 1.0, 0.5)
    assert values.dtype == np.float64 and moved.dtype == np.float32
    close(values, wide, rtol=1e-9)
    close(moved, (raw + wide[leaf]).astype(np.float32))
    for given, now in zip((raw, y, leaf), after):
        assert np.array_equal(given, now), "an input was changed"
    loose = np.array([0.5, -0.5])
    moved, (now, *_) = inout(sol.boost, loose, np.array([1, 0]), np.array([0, 1]), 2, 1.0, 1.0)
    assert np.array_equal(now, loose), "the old scores belong to the caller"


@growth(
    sizes=[8_000, 32_000, 128_000],
    at_most="n",
    of="boost",
    why="deep trees have thousands of leaves: one pass over the rows, not one for each leaf",
)
def grows_with_the_rows(rng, n):
    return rng.normal(size=n), rng.integers(0, 2, size=n), rng.integers(0, n // 32, size=n), n // 32, 1.0, 0.1


def log_loss(raw, y):
    return np.logaddexp(0, raw) - y * raw
