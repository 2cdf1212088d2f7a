import numpy as np
from holdout_judge import case, forbid, growth, inout, oracle, property, raises

forbid("sklearn", why="the ranking is the exercise")
forbid("scipy", why="the ranking is the exercise")


@case(visible=True, why="the worked example of the prompt: three pairs won, one tied")
def example(sol):
    assert sol.roc_auc(np.array([0, 1, 0, 1]), np.array([0.1, 0.4, 0.4, 0.8])) == 0.875


@case(visible=True, why="a perfect and a reversed ranking are the ends of the scale")
def ends_of_the_scale(sol):
    labels = np.array([0, 0, 1, 1, 1])
    assert sol.roc_auc(labels, np.arange(5.0)) == 1.0
    assert sol.roc_auc(labels, -np.arange(5.0)) == 0.0


@case(why="a constant score knows nothing: exactly one half, whatever the class balance")
def constant_scores_are_chance(sol):
    for labels in ([0, 1], [1, 0, 0, 0], [1, 1, 1, 0]):
        assert sol.roc_auc(np.array(labels), np.full(len(labels), 0.25)) == 0.5


@property(runs=20, why="the same log in another order is the same log")
def order_of_rows_does_not_matter(sol, rng):
    labels, scores = rounded(rng, 60)
    order = rng.permutation(60)
    assert np.isclose(sol.roc_auc(labels, scores), sol.roc_auc(labels[order], scores[order]), atol=1e-12)


@oracle(runs=25, rtol=1e-9, why="agrees with the reference on heavily tied scores of many sizes")
def agrees(rng):
    return rounded(rng, int(rng.integers(2, 300)))


@property(runs=10, why="swapping the classes turns every win into a loss and leaves ties alone")
def swapped_classes_mirror(sol, rng):
    labels, scores = rounded(rng, 80)
    assert np.isclose(sol.roc_auc(labels, scores) + sol.roc_auc(1 - labels, scores), 1.0, atol=1e-12)


@case(why="one class, or no row at all, has no pair to compare: an exception, never a silent 0.5")
def one_class_has_no_auc(sol):
    for labels in ([], [1], [0, 0], [1, 1, 1]):
        raises(ValueError, sol.roc_auc, np.array(labels, dtype=int), np.arange(float(len(labels))))


@case(why="a transaction without a score is a fault upstream: one NaN anywhere is refused")
def nan_is_refused(sol):
    raises(ValueError, sol.roc_auc, np.array([0, 1, 1, 0]), np.array([0.1, np.nan, 0.3, 0.2]))
    raises(ValueError, sol.roc_auc, np.array([0, 1]), np.array([np.nan, np.nan]))


@case(why="rules upstream emit infinite scores; they rank above and below everything, and tie with themselves")
def infinite_scores_rank(sol):
    labels = np.array([1, 0, 1, 0])
    assert sol.roc_auc(labels, np.array([np.inf, np.inf, 0.0, -np.inf])) == 0.625


@case(why="boolean labels, float32 scores and columns cut from a table (non-contiguous) are what callers have")
def other_dtypes_and_strides(sol):
    table = np.array([[0.1, 9], [0.4, 9], [0.4, 9], [0.8, 9]], dtype=np.float32)
    got = sol.roc_auc(np.array([False, True, False, True]), table[:, 0])
    assert type(got) is float and got == 0.875


@case(why="logs hold labels as int8, and ten billion pairs overflow 32 bits: counts need wide integers")
def many_pairs(sol):
    labels = (np.arange(200_000) % 2).astype(np.int8)
    assert np.isclose(sol.roc_auc(labels, np.zeros(200_000)), 0.5, atol=1e-12)


@property(runs=3, why="the log is shared with other reports: sorting it in place would part scores from labels")
def inputs_are_left_alone(sol, rng):
    labels, scores = rounded(rng, 50)
    _, (labels_after, scores_after) = inout(sol.roc_auc, labels, scores)
    assert np.array_equal(labels_after, labels) and np.array_equal(scores_after, scores)


@growth(sizes=[8_000, 32_000, 128_000], at_most="n log n", why="one sort of the log, not a comparison of every pair")
def grows_like_a_sort(rng, n):
    return (rng.random(n) < 0.3).astype(int), np.round(rng.random(n), 3)


def rounded(rng, n):
    """Labels (n,) with both classes, scores (n,) rounded so that most of them tie."""
    labels = (rng.random(n) < 0.4).astype(int)
    labels[:2] = [0, 1]
    return labels, np.round(rng.normal(size=n) + labels, 1)
