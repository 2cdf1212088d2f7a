import numpy as np
from holdout_judge import case, close, inout, oracle, property


@case(visible=True, fault="silent-class", why="a class that is never predicted is a failure: its F1 is 0 and counts")
def silent_class_counts(sol):
    close(sol.macro_f1(np.array([[8, 0], [2, 0]])), 4 / 9, rtol=1e-9)
    close(sol.macro_f1(np.array([[0, 3], [0, 5]])), 5 / 13, rtol=1e-9)
    close(sol.macro_f1(np.array([[4, 0, 0], [0, 2, 0], [1, 1, 0]])), (8 / 9 + 4 / 5) / 3, rtol=1e-9)


@case(
    fault="silent-class", why="a class with no row and no prediction is 0 / 0: 0 by agreement, and it stays in the mean"
)
def absent_class_counts(sol):
    close(sol.macro_f1(np.array([[3, 0, 0], [0, 3, 0], [0, 0, 0]])), 2 / 3, rtol=1e-9)


@case(
    visible=True,
    fault="sure-rows-lost",
    why="a row of score exactly 1 is the surest of all: it belongs to the last bin",
)
def score_one_is_in_the_last_bin(sol):
    count, mean_score, share = sol.calibration(np.array([1, 0, 1]), np.array([1.0, 1.0, 0.75]), 4)
    close(count, np.array([0, 0, 0, 3]))
    close(mean_score, np.array([np.nan, np.nan, np.nan, 2.75 / 3]), rtol=1e-9)
    close(share, np.array([np.nan, np.nan, np.nan, 2 / 3]), rtol=1e-9)


@case(
    fault="rows-torn-apart", why="predictions that are all right are right in every resample, so the interval is 1 to 1"
)
def perfect_predictions_have_no_spread(sol):
    labels = np.array([0, 1] * 20)
    assert sol.bootstrap_interval(labels, labels, 2, 50, 3) == (1.0, 1.0)


@case(fault="threshold-on-test", why="the test set must not choose the threshold it is then judged by")
def threshold_comes_from_validation(sol):
    test_labels, test_scores = np.array([0, 0, 0, 1, 1, 1]), np.array([0.1, 0.2, 0.3, 0.5, 0.8, 0.9])
    report = sol.evaluate(np.array([0, 0, 1, 1]), np.array([0.2, 0.6, 0.8, 0.9]), test_labels, test_scores, 4, 10)
    assert report["threshold"] == 0.8
    close(report["confusion"], np.array([[3, 0], [1, 2]]))
    close(report["macro_f1"], (6 / 7 + 4 / 5) / 2, rtol=1e-9)


@case(why="rows are true classes, columns predicted ones, absent classes included")
def confusion_is_truth_by_prediction(sol):
    got = sol.confusion_matrix(np.array([0, 0, 1, 2, 2, 2]), np.array([0, 2, 1, 0, 0, 2]), 4)
    close(got, np.array([[1, 0, 1, 0], [0, 1, 0, 0], [2, 0, 1, 0], [0, 0, 0, 0]]))


@property(runs=6, why="F1 by its definition, class by class")
def macro_f1_by_hand(sol, rng):
    matrix = rng.integers(1, 20, size=(3, 3))
    wanted = np.mean([2 * matrix[c, c] / (matrix[c].sum() + matrix[:, c].sum()) for c in range(3)])
    close(sol.macro_f1(matrix), float(wanted), rtol=1e-9)


@case(why="the best threshold is a score that occurs; rows at the threshold are predicted 1; of equals the highest")
def best_threshold(sol):
    assert sol.choose_threshold(np.array([0, 1, 0, 1]), np.array([0.2, 0.7, 0.4, 0.9])) == 0.7
    assert sol.choose_threshold(np.array([1, 0, 1, 0]), np.array([0.1, 0.2, 0.3, 0.3])) == 0.3
    assert sol.choose_threshold(np.array([0, 1, 1, 0]), np.array([0.2, 0.4, 0.6, 0.8])) == 0.4
    assert sol.choose_threshold(np.array([0, 1, 0, 1]), np.array([0.1, 0.2, 0.3, 0.4])) == 0.4


@oracle(
    runs=8, of="choose_threshold", rtol=1e-9, why="agrees with the reference on noisy scores, both classes rare in turn"
)
def threshold_agrees(rng):
    labels = (rng.random(40) < rng.uniform(0.1, 0.9)).astype(int)
    return labels, np.round(np.clip(rng.normal(0.4 + 0.2 * labels, 0.2), 0, 1), 3)


@case(why="a bin holds its lower edge, the first one the score 0; counts, means and shares belong to the same rows")
def bins_hold_their_lower_edge(sol):
    labels, scores = np.array([0, 1, 1, 0, 1]), np.array([0.0, 0.25, 0.375, 0.5, 0.5])
    count, mean_score, share = sol.calibration(labels, scores, 4)
    close(count, np.array([1, 2, 2, 0]))
    close(mean_score, np.array([0.0, 0.3125, 0.5, np.nan]), rtol=1e-9)
    close(share, np.array([0.0, 1.0, 0.5, np.nan]), rtol=1e-9)


@oracle(runs=6, of="calibration", rtol=1e-9, why="agrees with the reference on many rows and any number of bins")
def calibration_agrees(rng):
    scores = rng.random(80)
    return (rng.random(80) < scores).astype(int), scores, int(rng.integers(1, 13))


@property(runs=2, why="resampling rows with replacement has a law, so the width of the interval is known")
def interval_has_the_right_width(sol, rng):
    cells = np.array([120, 30, 40, 60])  # confusion, by rows
    labels, predictions = np.repeat([0, 0, 1, 1], cells), np.repeat([0, 1, 0, 1], cells)
    order = rng.permutation(250)
    got = sol.bootstrap_interval(labels[order], predictions[order], 2, 1500, int(rng.integers(1000)))
    a, b, c, d = rng.multinomial(250, cells / 250, size=40_000).T
    values = a / (2 * a + b + c) + d / (2 * d + b + c)
    spread = values.std()
    for one, wanted in zip(got, np.percentile(values, [2.5, 97.5])):
        assert abs(one - wanted) < 0.25 * spread, "the interval is too wide, too narrow, or beside the estimate"


@case(why="two runs of one report must agree, and the seed must matter")
def interval_follows_its_seed(sol):
    rng = np.random.default_rng(5)
    labels, predictions = rng.integers(0, 3, size=60), rng.integers(0, 3, size=60)
    first, again, other = (sol.bootstrap_interval(labels, predictions, 3, 40, seed) for seed in (1, 1, 2))
    assert first == again != other and first[0] < first[1]


@property(runs=3, why="the report is made of its parts: on the test set, at the threshold that it names")
def report_is_made_of_its_parts(sol, rng):
    val_labels, test_labels = rng.integers(0, 2, size=(2, 60))
    val_scores, test_scores = (np.clip(rng.normal(0.4 + 0.2 * y, 0.2), 0, 1) for y in (val_labels, test_labels))
    report, after = inout(sol.evaluate, val_labels, val_scores, test_labels, test_scores, 5, 30, 7)
    assert report.keys() == {"threshold", "confusion", "macro_f1", "interval", "calibration"}
    predictions = (test_scores >= report["threshold"]).astype(int)
    close(report["threshold"], sol.choose_threshold(val_labels, val_scores))
    close(report["confusion"], sol.confusion_matrix(test_labels, predictions, 2))
    close(report["macro_f1"], sol.macro_f1(report["confusion"]))
    close(report["interval"], sol.bootstrap_interval(test_labels, predictions, 2, 30, 7))
    close(report["calibration"], sol.calibration(test_labels, test_scores, 5))
    for given, now in zip((val_labels, val_scores, test_labels, test_scores), after):
        assert np.array_equal(given, now), "an input was changed"


@case(why="ten bins, two hundred rounds and seed 0 unless the caller says otherwise")
def defaults(sol):
    rng = np.random.default_rng(9)
    labels, scores = rng.integers(0, 2, size=50), rng.random(50)
    plain = sol.evaluate(labels, scores, labels, scores)
    named = sol.evaluate(labels, scores, labels, scores, bins=10, rounds=200, seed=0)
    assert len(plain["calibration"][0]) == 10 and plain["interval"] == named["interval"]
