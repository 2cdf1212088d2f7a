import numpy as np
from holdout_judge import case, close, forbid, inout, oracle, property, raises

forbid("sklearn", why="the binning is the exercise")


@case(visible=True, why="the worked example of the prompt")
def example(sol):
    pair(sol.calibration_error(np.array([0.1, 0.3, 0.8, 0.9]), np.array([0, 1, 1, 1]), bins=2), 0.225, 0.3)


@case(visible=True, why="the same rows in bins of equal mass: two and two, wherever the probabilities lie")
def example_of_equal_mass(sol):
    p, labels = np.array([0.9, 0.1, 0.2, 0.3]), np.array([1, 0, 0, 1])
    pair(sol.calibration_error(p, labels, 2, True), (2 * 0.15 + 2 * 0.4) / 4, 0.4)
    pair(sol.calibration_error(p, labels, 2, False), (3 * (1 / 3 - 0.2) + 0.1) / 4, 1 / 3 - 0.2)


@case(why="certainty is where calibration hurts most: 0 belongs to the first bin and 1 to the last")
def zero_and_one_are_counted(sol):
    pair(sol.calibration_error(np.array([0.0, 1.0]), np.array([1, 0]), bins=10), 1.0, 1.0)
    pair(sol.calibration_error(np.array([0.0, 0.1, 1.0, 0.95]), np.array([0, 1, 1, 1]), bins=10), 0.2375, 0.45)


@case(why="edges belong to the bin below: 0.5 of two bins is in the first")
def edges_belong_below(sol):
    pair(sol.calibration_error(np.array([0.5, 0.4, 0.6]), np.array([1, 0, 1]), bins=2), (0.1 + 0.4) / 3, 0.4)


@case(why="a gap may have either sign; inside a bin surplus and deficit meet, between bins they do not")
def gaps_do_not_cancel_between_bins(sol):
    p = np.array([0.3, 0.3, 0.7, 0.7])
    pair(sol.calibration_error(p, np.array([1, 1, 0, 0]), bins=2), 0.7, 0.7)
    pair(sol.calibration_error(np.array([0.2, 0.4]), np.array([1, 0]), bins=2), 0.2, 0.2)


@case(why="empty bins are the rule with confident models: they have no gap and no weight")
def empty_bins(sol):
    pair(sol.calibration_error(np.array([0.99, 0.98]), np.array([1, 0]), bins=15), 0.485, 0.485)
    pair(sol.calibration_error(np.array([0.4]), np.array([0]), 15, True), 0.4, 0.4)
    pair(sol.calibration_error(np.array([0.2, 0.4]), np.array([0, 1]), 5, True), 0.4, 0.6)


@case(why="weights are numbers of rows: a bin of one row must not count like a bin of a thousand")
def bins_weigh_by_their_rows(sol):
    p, labels = np.append(np.full(999, 0.05), 0.95), np.append(np.zeros(999, dtype=int), 0)
    pair(sol.calibration_error(p, labels, bins=2), (999 * 0.05 + 0.95) / 1000, 0.95)


@case(why="ten rows in three bins: the rule says where the remainder goes, so that two people agree")
def uneven_masses(sol):
    p = np.arange(10) / 10
    labels = np.array([1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    pair(sol.calibration_error(p, labels, 3, True), (abs(0.6 - 1) + 1.5 + 2.4) / 10, 0.8)


@case(why="equal probabilities keep their order, or the value depends on the sort")
def ties_keep_their_order(sol):
    p, labels = np.full(40, 0.5), np.repeat([1, 0, 1, 0], 10)
    pair(sol.calibration_error(p, labels, 4, True), 0.5, 0.5)
    pair(sol.calibration_error(p, labels, 2, True), 0.0, 0.0)


@case(why="NaN, logits and percentages handed over by mistake would land in some bin and look like a bad model")
def what_is_no_probability(sol):
    for bad in (np.nan, -0.1, 1.1, np.inf):
        for equal_mass in (False, True):
            raises(ValueError, sol.calibration_error, np.array([0.5, bad]), np.array([0, 1]), 5, equal_mass)
    raises(ValueError, sol.calibration_error, np.zeros(0), np.zeros(0, dtype=int))


@case(why="fifteen bins when nobody says otherwise; float32 probabilities, boolean labels and columns of a table")
def defaults_and_dtypes(sol):
    table = np.array([[0.5, 1.0], [0.05, 0.0], [0.9, 1.0], [0.55, 0.0]], dtype=np.float32)
    p, labels = table[:, 0], table[:, 1].astype(bool)
    got = sol.calibration_error(p, labels)
    assert [type(value) for value in got] == [float, float]
    pair(got, (0.5 + 0.05 + 0.1 + 0.55) / 4, 0.55, rtol=1e-6)
    rng = np.random.default_rng(3)
    p, labels = rng.random(300), rng.integers(0, 2, size=300)
    pair(sol.calibration_error(p, labels), *sol.calibration_error(p, labels, 15, False))


@oracle(runs=20, rtol=1e-9, why="agrees with the reference over sizes, numbers of bins and both kinds")
def agrees(rng):
    n = int(rng.integers(1, 200))
    p = np.round(rng.beta(0.5, 0.5, size=n), int(rng.integers(1, 4)))
    return p, (rng.random(n) < p).astype(int), int(rng.integers(1, 20)), bool(rng.integers(2))


@property(runs=3, why="a large calibrated sample has a small error, and half of the probability a large one")
def tells_calibrated_from_not(sol, rng):
    p = rng.random(20_000)
    labels = (rng.random(20_000) < p).astype(int)
    for equal_mass in (False, True):
        assert sol.calibration_error(p, labels, 15, equal_mass)[0] < 0.03
        assert 0.2 < sol.calibration_error(p / 2, labels, 15, equal_mass)[0] < 0.3


@property(runs=3, why="the scores go to other metrics afterwards: they stay as they are")
def inputs_stay(sol, rng):
    p, labels = rng.random(20), rng.integers(0, 2, size=20)
    for equal_mass in (False, True):
        _, after = inout(sol.calibration_error, p, labels, 5, equal_mass)
        close(after[0], p)
        close(after[1], labels)


def pair(got, ece, mce, rtol=1e-9):
    """Both errors."""
    close([float(value) for value in got], [float(ece), float(mce)], rtol=rtol, atol=1e-12)
