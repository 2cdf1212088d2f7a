import numpy as np
from holdout_judge import case, close, forbid, growth, inout, property

for package in ("sklearn", "fairlearn", "scipy"):
    forbid(package, why="the sweep over thresholds is the exercise")

SCORES = np.array([0.9, 0.7, 0.5, 0.3, 0.8, 0.6, 0.4, 0.2])
LABELS = np.array([1, 1, 0, 0, 1, 0, 1, 0])
GROUPS = np.array([0, 0, 0, 0, 1, 1, 1, 1])


@case(visible=True, why="the worked example of the prompt: both groups at TPR 1 and FPR 0.5")
def example(sol):
    got = sol.fair_thresholds(SCORES, LABELS, GROUPS, 0.5, 0.0)
    assert rates(SCORES, LABELS, GROUPS, got) == [(1, 0.5), (1, 0.5)]
    check(SCORES, LABELS, GROUPS, 0.5, 0.0, got)


@case(visible=True, why="with a tolerance of a half group 0 need not grant the loan that is not repaid")
def example_with_tolerance(sol):
    got = sol.fair_thresholds(SCORES, LABELS, GROUPS, 0.5, 0.5)
    assert rates(SCORES, LABELS, GROUPS, got) == [(1, 0), (1, 0.5)]
    check(SCORES, LABELS, GROUPS, 0.5, 0.5, got)


@case(why="among repayers all is equal here; those who do not repay must be treated alike as well")
def both_rates_count(sol):
    scores, labels = np.array([4.0, 3, 2, 1, 4, 3, 2, 1]), np.array([1, 1, 0, 0, 0, 1, 0, 1])
    for tolerance in (0.0, 0.25, 0.5):
        for loss in (0.1, 0.6, 1.5):
            check(scores, labels, GROUPS, loss, tolerance, sol.fair_thresholds(scores, labels, GROUPS, loss, tolerance))
            flipped = 1 - labels
            check(
                scores, flipped, GROUPS, loss, tolerance, sol.fair_thresholds(scores, flipped, GROUPS, loss, tolerance)
            )


@case(why="group 1 is scored ten points lower throughout: one threshold for all cannot be fair here, two can")
def a_threshold_for_each_group(sol):
    scores = np.array([30.0, 29, 28, 27, 20, 19, 18, 17])
    labels = np.array([1, 1, 0, 0, 1, 1, 0, 0])
    got = sol.fair_thresholds(scores, labels, GROUPS, 1.0, 0.0)
    check(scores, labels, GROUPS, 1.0, 0.0, got)
    assert rates(scores, labels, GROUPS, got) == [(1, 0), (1, 0)]


@case(why="people with equal scores are granted or refused together, whatever their order in the file")
def equal_scores_move_together(sol):
    scores, labels = np.array([2.0, 2, 1, 1, 2, 2, 1, 1]), np.array([1, 0, 1, 0, 1, 0, 0, 1])
    for loss in (0.2, 0.9, 2.0):
        check(scores, labels, GROUPS, loss, 0.0, sol.fair_thresholds(scores, labels, GROUPS, loss, 0.0))
    one = np.ones(8)
    check(one, labels, GROUPS, 0.5, 0.3, sol.fair_thresholds(one, labels, GROUPS, 0.5, 0.3))


@case(why="where every allowed pair loses money, granting nobody is allowed, and best")
def granting_nobody(sol):
    got = sol.fair_thresholds(SCORES, 1 - LABELS, GROUPS, 9.0, 0.0)
    assert not granted(SCORES, GROUPS, got).any()


@case(why="the best threshold of one group may leave the other only bad ones: the pair is what is best")
def the_pair_is_best(sol):
    scores = np.array([9.0, 8, 7, 6, 5, 4, 9, 8, 7, 6, 5, 4])
    labels = np.array([1, 1, 1, 0, 0, 0, 0, 1, 0, 1, 0, 1])
    groups = np.repeat([0, 1], 6)
    for tolerance in (0.0, 1 / 3, 2 / 3):
        for swapped in (groups, 1 - groups):
            check(scores, labels, swapped, 0.8, tolerance, sol.fair_thresholds(scores, labels, swapped, 0.8, tolerance))


@case(why="0.4 - 0.3 is more than 0.1 in the last digit: rounding excludes nobody, a real excess does")
def rounding_is_no_unfairness(sol):
    labels = np.tile(np.repeat([1, 0], 10), 2)
    groups = np.repeat([0, 1], 20)
    for high in ((4, 3), (3, 4)):
        scores = np.ones(40)
        scores[: high[0]] = scores[20 : 20 + high[1]] = 3
        got = sol.fair_thresholds(scores, labels, groups, 9.0, 0.1)
        assert granted(scores, groups, got).sum() == 7
        for smaller in (0.1 - 1e-7, 0.05):
            assert not granted(scores, groups, sol.fair_thresholds(scores, labels, groups, 9.0, smaller)).any()


@property(runs=25, why="no allowed pair earns more: compared with all pairs, over sizes, ties, losses and tolerances")
def best_of_all_pairs(sol, rng):
    data, loss, tolerance = (
        drawn(rng, int(rng.integers(4, 30))),
        float(rng.choice([0.3, 1, 3])),
        float(rng.random() / 2),
    )
    check(*data, loss, tolerance, sol.fair_thresholds(*data, loss, tolerance))
    if rng.random() < 0.3:
        check(*data, loss, 2.0, sol.fair_thresholds(*data, loss, 2.0))


@case(why="earnings that rise and fall along the curve: an earlier maximum leaves the span, a later one must be known")
def earnings_in_waves(sol):
    for seed in (12, 94, 161, 287, 377):
        rng = np.random.default_rng(seed)
        scores, groups = rng.permutation(100).astype(float), np.arange(100) % 2
        labels = (rng.random(100) < 0.5).astype(np.int64)
        labels[:4] = [0, 0, 1, 1]
        check(scores, labels, groups, 0.6, 0.25, sol.fair_thresholds(scores, labels, groups, 0.6, 0.25))


@case(why="labels of one byte, scores in float32 and of either sign, read-only views of a table: all stay as they are")
def dtypes_and_inputs(sol):
    scores, labels, groups = drawn(np.random.default_rng(1), 40)
    table = scores.astype(np.float32)[::2], labels.astype(np.int8)[::2], groups.astype(np.uint8)[::2]
    for array in table:
        array.flags.writeable = False
    got, (after, *_) = inout(sol.fair_thresholds, *table, 1.0, 0.2)
    assert isinstance(got, tuple) and all(isinstance(threshold, float) for threshold in got)
    check(*(array.astype(float) for array in table), 1.0, 0.2, got)
    close(after, table[0])


@growth(sizes=[8_000, 32_000, 128_000], at_most="n log n", check=False,
        why="five million applicants: trying every threshold of one group with every one of the other takes years")  # fmt: skip
def grows_like_a_sort(rng, n):
    scores, labels = rng.normal(size=n), (rng.random(n) < 0.6).astype(np.int64)
    return scores + labels, labels, np.arange(n) % 2, 1.0, 0.5


def granted(scores, groups, thresholds):
    return scores >= np.where(groups == 0, thresholds[0], thresholds[1])


def rates(scores, labels, groups, thresholds):
    given = granted(scores, groups, thresholds)
    return [tuple(float(given[(groups == g) & (labels == y)].mean()) for y in (1, 0)) for g in (0, 1)]


def earned(scores, labels, groups, loss, thresholds):
    given = granted(scores, groups, thresholds)
    return float((given & (labels == 1)).sum() - loss * (given & (labels == 0)).sum())


def fair(pair, tolerance):
    return all(abs(a - b) <= tolerance + 1e-9 for a, b in zip(*pair, strict=True))


def check(scores, labels, groups, loss, tolerance, got):
    """Allowed, and no allowed pair of thresholds earns more."""
    assert fair(rates(scores, labels, groups, got), tolerance), "the rates differ by more than the tolerance"
    first, second = (curve(scores[groups == g], labels[groups == g], loss) for g in (0, 1))
    near = [np.abs(first[rate][:, None] - second[rate]) <= tolerance + 1e-9 for rate in (0, 1)]
    best = (first[2][:, None] + second[2])[near[0] & near[1]].max()
    close(earned(scores, labels, groups, loss, got), float(best), rtol=1e-9, atol=1e-9)


def curve(scores, labels, loss):
    """TPR, FPR and earnings for each threshold of a group, and for granting nothing."""
    given = scores >= np.append(np.unique(scores), np.inf)[:, None]
    tp, fp = (given & (labels == 1)).sum(axis=1), (given & (labels == 0)).sum(axis=1)
    return tp / (labels == 1).sum(), fp / (labels == 0).sum(), tp - loss * fp


def drawn(rng, n):
    """Scores with ties, labels that go with them somewhat, and groups; both labels in both groups."""
    labels, groups = rng.integers(0, 2, size=n), rng.integers(0, 2, size=n)
    labels[:4], groups[:4] = [0, 1, 0, 1], [0, 0, 1, 1]
    scores = np.round(rng.normal(size=n) + labels - 0.3 * groups, int(rng.choice([0, 1, 6])))
    return scores, labels, groups
