import numpy as np
from holdout_judge import case, close, forbid, growth, inout, oracle, property, raises

forbid("sklearn", why="the curve is the exercise")


@case(visible=True, why="the worked example of the prompt: half of the recall at precision 1, half at 2/3")
def example(sol):
    got = sol.average_precision(np.array([1, 0, 1, 0]), np.array([0.9, 0.8, 0.8, 0.1]))
    close(got, 5 / 6, rtol=1e-12)
    assert type(got) is float


@case(visible=True, why="one score for all rows is one threshold: its precision is the share of positives")
def constant_scores_give_the_base_rate(sol):
    for labels in ([1, 0, 0, 0], [0, 0, 0, 1], [1, 1, 0], [1]):
        close(sol.average_precision(np.array(labels), np.full(len(labels), 0.3)), float(np.mean(labels)), rtol=1e-12)


@case(why="distinct scores: the mean, over the positives, of the precision down to each of them")
def distinct_scores(sol):
    labels = np.array([0, 1, 1, 0, 1])
    close(sol.average_precision(labels, np.array([5.0, 4.0, 3.0, 2.0, 1.0])), (1 / 2 + 2 / 3 + 3 / 5) / 3, rtol=1e-12)
    close(sol.average_precision(labels, np.array([1.0, 5.0, 4.0, 2.0, 3.0])), 1.0, rtol=1e-12)


@property(runs=12, why="the same log in another order is the same log: no tie may be broken by position")
def order_of_rows_does_not_matter(sol, rng):
    labels, scores, weights = drawn(rng, 50)
    order = rng.permutation(50)
    before = sol.average_precision(labels, scores, weights)
    close(sol.average_precision(labels[order], scores[order], weights[order]), before, rtol=1e-9)


@oracle(runs=20, rtol=1e-9, why="agrees with the reference on tied scores and uneven weights, some of them zero")
def agrees(rng):
    return drawn(rng, int(rng.integers(2, 200)))


@property(runs=8, why="the log keeps a sample of the harmless posts: a weight of three must do what three rows do")
def weights_stand_for_repeated_rows(sol, rng):
    labels, scores, _ = drawn(rng, 40)
    times = rng.integers(0, 4, size=40)
    times[0] = 1
    repeated = sol.average_precision(np.repeat(labels, times), np.repeat(scores, times))
    close(sol.average_precision(labels, scores, times), repeated, rtol=1e-9)


@case(why="a masked row with the highest score makes 0 of 0 flagged: it must change nothing, and least of all to NaN")
def zero_weight_on_top(sol):
    labels, scores = np.array([0, 1, 0, 1]), np.array([0.99, 0.9, 0.8, 0.7])
    close(sol.average_precision(labels, scores, np.array([0.0, 1.0, 1.0, 1.0])), 5 / 6, rtol=1e-12)
    close(sol.average_precision(labels, scores, np.array([0.0, 0.0, 1.0, 1.0])), 0.5, rtol=1e-12)


@case(why="only ratios of weights matter: importance weights may be tiny or huge as a whole")
def scale_of_the_weights_does_not_matter(sol):
    labels, scores = np.array([0, 1, 0, 1]), np.array([0.9, 0.9, 0.8, 0.7])
    wanted = (2 * 2 / 3 + 1 * 3 / 8) / 3
    for scale in (1.0, 1e-30, 1e30):
        weights = scale * np.array([1.0, 2.0, 4.0, 1.0])
        close(sol.average_precision(labels, scores, weights), wanted, rtol=1e-9)


@case(why="without a positive there is no recall: a silent 0 would read as a bad model on a slice that has no case")
def no_positive_has_no_recall(sol):
    for labels in ([], [0], [0, 0, 0]):
        raises(ValueError, sol.average_precision, np.array(labels, dtype=int), np.arange(float(len(labels))))
    raises(ValueError, sol.average_precision, np.array([1, 0]), np.array([0.5, 0.1]), np.array([0.0, 1.0]))


@case(why="a post without a score is a fault upstream, and so is a weight below zero: refuse, do not rank")
def bad_numbers_are_refused(sol):
    labels, scores = np.array([0, 1, 1, 0]), np.array([0.1, 0.4, 0.3, 0.2])
    raises(ValueError, sol.average_precision, labels, np.array([0.1, np.nan, 0.3, 0.2]))
    raises(ValueError, sol.average_precision, labels, np.array([np.nan, 0.4, 0.3, 0.2]))
    for bad in (-1.0, np.nan):
        raises(ValueError, sol.average_precision, labels, scores, np.array([1.0, 1.0, 1.0, bad]))
        raises(ValueError, sol.average_precision, labels, scores, np.array([1.0, bad, 1.0, 1.0]))


@case(why="rules upstream emit infinite scores: they rank above and below everything and tie with themselves")
def infinite_scores_rank(sol):
    labels, scores = np.array([1, 0, 1, 0, 1]), np.array([np.inf, np.inf, 0.0, -np.inf, -np.inf])
    close(sol.average_precision(labels, scores), (1 / 2 + 2 / 3 + 3 / 5) / 3, rtol=1e-12)


@case(why="boolean labels, float32 scores from a table, small integer weights whose sum does not fit their dtype")
def dtypes_and_strides(sol):
    table = np.array([[0.9, 7], [0.8, 7], [0.8, 7], [0.1, 7]], dtype=np.float32)
    weights = np.array([100, 100, 100, 100], dtype=np.int8)
    for labels in (np.array([True, False, True, False]), np.array([1, 0, 1, 0], dtype=np.int8)):
        close(sol.average_precision(labels, table[:, 0], weights), 5 / 6, rtol=1e-9)


@property(runs=2, why="the log is shared with other reports: sorting it in place would part scores from labels")
def inputs_are_left_alone(sol, rng):
    given = drawn(rng, 30)
    _, after = inout(sol.average_precision, *given)
    for array, now in zip(given, after):
        assert np.array_equal(array, now), "an input was changed"


@growth(
    sizes=[6_000, 24_000, 96_000],
    at_most="n log n",
    why="one sort and running sums, not a new count of the log at each of its scores",
)
def grows_like_a_sort(rng, n):
    return (rng.random(n) < 0.1).astype(int), rng.integers(0, n // 16, size=n) / n


def drawn(rng, n):
    """Labels (n,) with a positive, scores (n,) rounded so that most tie, weights (n,) of very different size."""
    labels = (rng.random(n) < 0.3).astype(int)
    labels[0] = 1
    weights = np.where(rng.random(n) < 0.2, 0.0, rng.gamma(0.5, size=n))
    weights[0] = 1.0
    return labels, np.round(rng.normal(size=n) + labels, 1), weights
