import numpy as np
from holdout_judge import case, close, forbid, growth, oracle, property

forbid("sklearn", why="the search is the exercise")


@case(visible=True, why="the worked example of the prompt")
def example(sol):
    x = np.array([[1.0], [2.0], [3.0], [4.0]])
    close(sol.best_split(x, np.array([0, 0, 1, 1]), np.ones(4)), (0, 2.5, 0.0))


@case(
    visible=True,
    why="an informative second feature wins over a useless first one; impurity by hand: 2/3 of 2 * 1/4 * 3/4",
)
def the_better_feature_wins(sol):
    x = np.array([[1.0, 5.0], [2.0, 1.0], [1.0, 1.0], [2.0, 1.0], [1.0, 5.0], [2.0, 1.0]])
    close(sol.best_split(x, np.array([1, 0, 0, 1, 1, 0]), np.ones(6)), (1, 3.0, 0.25), rtol=1e-9)


@oracle(runs=25, rtol=1e-9, why="agrees with the reference on rounded features, many ties, random weights")
def agrees(rng):
    return drawn(rng, int(rng.integers(1, 60)), int(rng.integers(1, 5)))


@property(runs=15, why="no threshold that one could try by hand is better")
def no_better_threshold(sol, rng):
    x, y, w = drawn(rng, 25, 3)
    feature, threshold, impurity = sol.best_split(x, y, w)
    close(impurity, impurity_of(x[:, feature] <= threshold, y, w), rtol=1e-9, atol=1e-12)
    for column in x.T:
        for value in np.unique(column)[:-1]:
            assert impurity <= impurity_of(column <= value, y, w) + 1e-9


@case(why="equal values cannot be separated, so a cut inside a run is a split that does not exist")
def equal_values_stay_together(sol):
    x = np.array([[1.0], [1.0], [1.0], [2.0]])
    close(sol.best_split(x, np.array([0, 1, 1, 1]), np.ones(4)), (0, 1.5, 0.75 * 2 * 2 / 9), rtol=1e-9)


@case(why="new rows fall between the training values: the middle assumes least")
def threshold_is_the_middle(sol):
    close(sol.best_split(np.array([[10.0], [0.0]]), np.array([1, 0]), np.ones(2)), (0, 5.0, 0.0))
    close(sol.best_split(np.array([[-3.0], [-8.0]]), np.array([1, 0]), np.ones(2)), (0, -5.5, 0.0))


@case(why="a side with one row must not weigh as much as one with many")
def sides_weigh_by_their_share(sol):
    x = np.arange(10.0)[:, None]
    y = np.array([0, 1, 1, 0, 1, 0, 0, 0, 1, 0])
    got = sol.best_split(x, y, np.ones(10))
    close(got, (0, 4.5, 0.4), rtol=1e-9)


@case(why="boosting speaks to the stump through the weights alone")
def weights_decide(sol):
    x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    y = np.array([0, 1, 1, 1])
    assert sol.best_split(x, y, np.array([1.0, 1.0, 9.0, 1.0]))[0] == 0
    assert sol.best_split(x, y, np.array([1.0, 9.0, 1.0, 1.0]))[0] == 1
    scaled = sol.best_split(x, y, np.array([1.0, 9.0, 1.0, 1.0]) * 1e-6)
    close(scaled, sol.best_split(x, y, np.array([1.0, 9.0, 1.0, 1.0])), rtol=1e-9)


@case(why="two machines must grow the same tree: lowest feature, then lowest threshold")
def ties_go_to_the_lowest(sol):
    x = np.array([[0.0, 0.0], [1.0, 1.0], [2.0, 2.0], [3.0, 3.0]])
    close(sol.best_split(x, np.array([0, 1, 1, 0]), np.ones(4)), (0, 0.5, 1 / 3), rtol=1e-9)


@property(runs=20, why="a mirrored copy of a feature is exactly as good; rounding must not decide between them")
def rounding_does_not_decide(sol, rng):
    x, y, w = drawn(rng, 30, 1)
    twin = np.column_stack([x, -x, 3 * x])
    assert sol.best_split(twin, y, w)[0] == 0


@case(why="a tolerance for ties is not a licence: a split that is really better, by 1e-10, is better")
def small_differences_count(sol):
    x = np.array([[0.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
    assert sol.best_split(x, np.array([0, 1, 1]), np.array([1.0, 1.0, 1e-10]))[0] == 1


@case(why="a constant column offers no split; with nothing else the answer says so")
def constant_columns(sol):
    y = np.array([0, 1, 1, 1])
    close(sol.best_split(np.full((4, 2), 3.0), y, np.ones(4)), (-1, 0.0, 0.375), rtol=1e-9)
    close(sol.best_split(np.array([[7.0]]), np.array([1]), np.ones(1)), (-1, 0.0, 0.0), atol=1e-12)
    x = np.array([[3.0, 4.0], [3.0, 1.0], [3.0, 2.0], [3.0, 2.0]])
    close(sol.best_split(x, np.array([1, 0, 0, 0]), np.ones(4)), (1, 3.0, 0.0), atol=1e-12)


@case(why="one class only: every split is pure, so the rule for ties decides")
def one_class(sol):
    x = np.array([[5.0], [1.0], [3.0]])
    close(sol.best_split(x, np.array([1, 1, 1]), np.ones(3)), (0, 2.0, 0.0), atol=1e-12)


@case(why="sentinel values near the largest float occur; their middle must not be infinite")
def huge_values_have_a_middle(sol):
    feature, threshold, _ = sol.best_split(np.array([[1.5e308], [1.7e308]]), np.array([0, 1]), np.ones(2))
    assert feature == 0 and 1.5e308 < threshold < 1.7e308


@case(why="two floats with none between: a middle that rounds up would send both sides left")
def neighbouring_floats_are_still_split(sol):
    low = np.nextafter(1.0, 2.0)
    high = np.nextafter(low, 2.0)
    feature, threshold, impurity = sol.best_split(np.array([[high], [low]]), np.array([1, 0]), np.ones(2))
    assert feature == 0 and low <= threshold < high
    close(impurity, 0.0, atol=1e-12)


@case(why="float32 features cut from a wider table, and plain types back: the result goes into JSON")
def dtypes_and_types(sol):
    table = np.array([[1, 9, 2], [2, 9, 1], [3, 9, 1], [4, 9, 1]], dtype=np.float32)
    got = sol.best_split(table[:, ::2], np.array([0, 0, 1, 1]), np.ones(4))
    assert [type(value) for value in got] == [int, float, float]
    close(got, (0, 2.5, 0.0))


@growth(
    sizes=[3_000, 12_000, 48_000],
    at_most="n log n",
    why="one sort a feature; recounting at each threshold is quadratic",
)
def grows_like_a_sort(rng, n):
    return rng.normal(size=(n, 2)), (rng.random(n) < 0.3).astype(int), rng.random(n) + 0.1


def drawn(rng, n, d):
    """Features with many equal values, labels that depend on the first, weights of very different size."""
    x = np.round(rng.normal(size=(n, d)), int(rng.integers(0, 3)))
    y = (x[:, 0] + rng.normal(size=n) > 0).astype(int)
    return x, y, rng.gamma(0.5, size=n) + 1e-3


def impurity_of(left, y, w):
    cost = 0.0
    for side in (left, ~left):
        p = (w * y)[side].sum() / w[side].sum()
        cost += w[side].sum() / w.sum() * 2 * p * (1 - p)
    return cost
