import numpy as np
from holdout_judge import case, forbid, inout, oracle, property, raises

forbid("sklearn", why="the assignment is the exercise")


@case(visible=True, why="the worked example of the prompt")
def example(sol):
    groups = np.array(["a", "a", "b", "b", "c", "d"])
    same(sol.assign_folds(np.array([0, 1, 0, 0, 1, 0]), groups, 2), [0, 0, 1, 1, 1, 0])


@case(visible=True, why="a rare class is spread, although balancing the sizes alone would be content without")
def rare_class_is_spread(sol):
    labels = np.array([1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
    groups = np.repeat([10, 20, 30, 40], 3)
    same(sol.assign_folds(labels, groups, 2), np.repeat([0, 1, 1, 0], 3).tolist())


@case(why="rows of a user stand all over the log: the fold belongs to the user, not to the place")
def scattered_rows(sol):
    groups = np.array([7, 3, 7, 9, 3, 7, 9, 1])
    labels = np.array([0, 1, 1, 0, 0, 0, 1, 1])
    folds = sol.assign_folds(labels, groups, 3)
    for one in np.unique(groups):
        assert len(set(folds[groups == one].tolist())) == 1, "a group was split"
    order = np.array([3, 0, 7, 5, 1, 6, 2, 4])
    same(sol.assign_folds(labels[order], groups[order], 3), folds[order].tolist())


@case(why="the largest group first: placed last, it would find the folds full and unbalance one of them")
def largest_first(sol):
    groups = np.array([1, 2, 2, 3, 3, 3, 4, 4, 4, 4])
    same(sol.assign_folds(np.zeros(10, dtype=int), groups, 2), [0, 1, 1, 1, 1, 1, 0, 0, 0, 0])


@case(why="groups of equal size in rising order of their ids, also where they were met in another order")
def ties_in_order_of_ids(sol):
    groups = np.array(["d", "b", "c", "a"])
    same(sol.assign_folds(np.array([0, 0, 0, 0]), groups, 2), [1, 1, 0, 0])
    numbers = np.array([20, 3, 100])
    same(sol.assign_folds(np.array([0, 0, 0]), numbers, 3), [1, 0, 2])


@case(why="two folds that cost the same on paper: rounding must not choose")
def ties_of_cost(sol):
    sizes, classes = [6, 5, 3, 2, 1, 1, 1, 1, 1, 1], [2, 1, 0, 0, 0, 3, 0, 0, 0, 0]  # 2/10 + 1/10 against 3/10
    groups = np.repeat(np.arange(10), sizes)
    folds = sol.assign_folds(np.repeat(classes, sizes), groups, 2)
    same(folds[np.cumsum(sizes) - 1], [0, 1, 1, 0, 0, 1, 0, 1, 0, 1])


@case(why="shares count, not numbers: ten rows of a class with a thousand weigh less than one of a class with three")
def classes_weigh_by_share(sol):
    labels = np.concatenate([np.zeros(30, dtype=int), [1] + [0] * 9, [1] + [0] * 4, [0] * 4])
    groups = np.concatenate([np.repeat(1, 30), np.repeat(2, 10), np.repeat(3, 5), np.repeat(4, 4)])
    folds = sol.assign_folds(labels, groups, 2)
    same(folds[[0, 30, 40, 45]], [0, 1, 0, 1])


@case(why="labels may be any integers, negative ones too, and need not be consecutive")
def any_labels(sol):
    groups = np.array([1, 1, 2, 2, 3, 3])
    labels = np.array([-7, 500, -7, 500, -7, 500])
    same(sol.assign_folds(labels, groups, 3), [0, 0, 1, 1, 2, 2])


@case(why="as many folds as groups is leaving one user out; more cannot be filled, and one is no split")
def numbers_of_folds(sol):
    groups, labels = np.array([5, 6, 7]), np.array([0, 1, 0])
    same(np.sort(sol.assign_folds(labels, groups, 3)), [0, 1, 2])
    for k in (0, 1, 4):
        raises(ValueError, sol.assign_folds, labels, groups, k)
    raises(ValueError, sol.assign_folds, np.zeros(0, dtype=int), np.zeros(0, dtype=int), 2)


@oracle(runs=20, why="agrees with the reference on drawn logs: users of very different size, rare classes")
def agrees(rng):
    return drawn(rng, int(rng.integers(5, 20)))


@property(
    runs=5, why="whatever the log: no user is split, no fold is empty, and no fold has more than its due and one user"
)
def laws_of_folds(sol, rng):
    labels, groups, k = drawn(rng, 40)
    folds = sol.assign_folds(labels, groups, k)
    assert sorted(set(folds.tolist())) == list(range(k)), "a fold is empty"
    for one in np.unique(groups):
        assert len(set(folds[groups == one].tolist())) == 1, "a group was split"


@property(runs=3, why="the log is used for training next: its columns stay as they are, and may be views")
def inputs_stay(sol, rng):
    table = rng.integers(0, 5, size=(60, 4))
    labels, groups = table[::2, 0], table[::2, 2]
    folds, after = inout(sol.assign_folds, labels, groups, 2)
    assert np.array_equal(after[0], labels) and np.array_equal(after[1], groups)
    same(sol.assign_folds(labels.copy(), groups.copy(), 2), folds.tolist())


def same(got, expected):
    """An integer array with these folds."""
    assert got.dtype.kind in "iu", "folds are integers"
    assert got.tolist() == list(expected)


def drawn(rng, users):
    """A log of `users` users of one to thirty rows, three classes of which one is rare, and a number of folds."""
    groups = np.repeat(rng.permutation(users) * 3, rng.integers(1, 31, size=users) ** 2 // 30 + 1)
    labels = rng.choice([0, 1, 2], p=[0.7, 0.25, 0.05], size=len(groups))
    order = rng.permutation(len(groups))
    return labels[order], groups[order], int(rng.integers(2, 6))
