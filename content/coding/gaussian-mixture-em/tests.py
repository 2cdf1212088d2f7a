import numpy as np
from holdout_judge import case, close, finite, forbid, growth, inout, oracle, property

for library in ("sklearn", "scipy"):
    forbid(library, why="EM in log space is the exercise")


@case(visible=True, why="the worked example of the prompt: two points, two components, shares that are a sigmoid of 2")
def example(sol):
    x, half, near = np.array([[-1.0], [1.0]]), np.array([0.5, 0.5]), 1 / (1 + np.exp(-2.0))
    shares, log_likelihood = sol.e_step(x, half, x, np.ones((2, 1)))
    close(shares, np.array([[near, 1 - near], [1 - near, near]]), rtol=1e-9)
    close(log_likelihood, 2 * np.log((1 + np.exp(-2.0)) / 2 / np.sqrt(2 * np.pi)), rtol=1e-9)


@case(visible=True, why="one round by hand: the new variance is taken around the new mean")
def one_round_by_hand(sol):
    x, half, mean = np.array([[-1.0], [1.0]]), np.array([0.5, 0.5]), np.tanh(1.0)
    weights, means, variances, values = sol.fit(x, half, x, np.ones((2, 1)), 1e-6, 1)
    close(weights, half, rtol=1e-9)
    close(means, np.array([[-mean], [mean]]), rtol=1e-9)
    close(variances, np.full((2, 1), 1 - mean**2), rtol=1e-9)
    assert len(values) == 2 and values[1] > values[0]


@case(why="a single component is the textbook Gaussian: mean, variance over n, and its density with all constants")
def one_component(sol):
    x = np.array([[0.0, 1.0], [2.0, 1.0], [4.0, 4.0]])
    one, start = np.ones(1), np.zeros((1, 2))
    shares, value = sol.e_step(x, one, start, np.array([[1.0, 4.0]]))
    close(shares, np.ones((3, 1)), rtol=1e-12)
    close(value, -(0 + 4 + 16) / 2 - (1 + 1 + 16) / 8 - 3 * (np.log(2 * np.pi) + np.log(4) / 2), rtol=1e-9)
    weights, means, variances = sol.m_step(x, shares, start, np.ones((1, 2)), 1e-6)
    close(weights, one, rtol=1e-12)
    close(means, np.array([[2.0, 2.0]]), rtol=1e-9)
    close(variances, np.array([[8 / 3, 2.0]]), rtol=1e-9)


@oracle(runs=8, of="e_step", rtol=1e-8, why="agrees with the reference over dimensions, weights and variances")
def e_step_agrees(rng):
    return mixture(rng)


@oracle(
    runs=8,
    of="m_step",
    rtol=1e-8,
    why="agrees with the reference on any shares, with a floor that binds here and there",
)
def m_step_agrees(rng):
    x, weights, means, variances = mixture(rng)
    return x, rng.dirichlet(np.full(len(weights), 0.3), size=len(x)), means, variances, 1.0


@property(
    runs=8, why="EM climbs: a value that falls is a fault in one of the steps, floor and starved components included"
)
def never_falls(sol, rng):
    x, weights, means, variances = mixture(rng)
    floor = float(rng.choice([1e-6, 0.2]))
    weights, means, variances, values = sol.fit(x, weights, means, np.maximum(variances, floor), floor, 12)
    assert type(values) is list and len(values) == 13
    assert (np.diff(values) >= -1e-9 * np.abs(values[:-1])).all(), "the log-likelihood fell"
    close(sol.e_step(x, weights, means, variances)[1], values[-1], rtol=1e-9)


@case(why="no round at all: the parameters as they were given, and their value")
def no_round(sol):
    x, weights, means, variances = mixture(np.random.default_rng(1))
    got = sol.fit(x, weights, means, variances, 1e-6, 0)
    close(got, (weights, means, variances, [sol.e_step(x, weights, means, variances)[1]]), rtol=1e-12)


@case(why="a reading far from everything is the one to alarm on: every density is 0 in float64, its logarithm is not")
def far_away_points(sol):
    means, variances = np.array([[0.0], [1.0]]), np.ones((2, 1))
    shares, value = sol.e_step(np.array([[50.0], [-60.0]]), np.array([0.5, 0.5]), means, variances)
    odds = np.exp(-49.5)
    close(shares[0], np.array([odds, 1.0]), rtol=1e-9, atol=0)
    close(value, 2 * np.log(0.5 / np.sqrt(2 * np.pi)) - 49**2 / 2 - 60**2 / 2, rtol=1e-9)
    far = np.array([[1e99], [-1e99], [0.0]])
    shares, value = sol.e_step(far, np.array([0.5, 0.5]), means, variances / 100)
    assert finite(shares) and np.isfinite(value)
    close(shares.sum(axis=1), np.ones(3), rtol=1e-9)
    close(value, -1e200, rtol=1e-6)


@case(why="a sensor stuck at one value: the variance stops at the floor, exactly, and the value stays finite")
def stuck_sensor(sol):
    x = np.array([[5.0, 0.0], [5.0, 2.0], [5.0, 4.0]])
    weights, means, variances, values = sol.fit(x, np.ones(1), np.zeros((1, 2)), np.ones((1, 2)), 0.01, 3)
    close(means, np.array([[5.0, 2.0]]), rtol=1e-9)
    close(variances, np.array([[0.01, 8 / 3]]), rtol=1e-9)
    assert finite(values)


@case(why="a component that lost all its points keeps its place with weight 0: no 0 / 0, and no new start by surprise")
def starved_component(sol):
    x = np.array([[0.0], [1.0], [2.0]])
    means, variances = np.array([[1.0], [1e6]]), np.array([[1.0], [4.0]])
    got = sol.fit(x, np.array([0.5, 0.5]), means, variances, 1e-6, 2)
    close(got[0], np.array([1.0, 0.0]), rtol=1e-9)
    close(got[1], means, rtol=1e-9)
    close(got[2], np.array([[2 / 3], [4.0]]), rtol=1e-9)
    assert finite(got[3])


@case(why="below 1e-8 of a point a component stays, above it moves; its weight is what its shares say in both cases")
def almost_starved_component(sol):
    x, means, variances = np.array([[0.0], [1.0]]), np.array([[0.5], [9.0]]), np.array([[1.0], [4.0]])
    for total, place, spread in ((9e-9, 9.0, 4.0), (1.1e-8, 0.75, 0.1875)):
        share = total * np.array([0.25, 0.75])
        weights, moved, spreads = sol.m_step(x, np.stack([1 - share, share], axis=1), means, variances, 1e-6)
        close(weights, np.array([1 - total / 2, total / 2]), rtol=1e-7, atol=0)
        close(float(moved[1, 0]), place, rtol=1e-7)
        close(float(spreads[1, 0]), spread, rtol=1e-7)
    just_enough = np.array([[1.0, 0.0], [1 - 1e-8, 1e-8]])
    close(float(sol.m_step(x, just_enough, means, variances, 1e-6)[1][1, 0]), 1.0, rtol=1e-7)


@case(why="a weight of 0 has no logarithm, and no share: it must not turn its row into NaN")
def zero_weights(sol):
    x = np.array([[0.0], [3.0]])
    shares, value = sol.e_step(x, np.array([0.0, 1.0, 0.0]), np.array([[0.0], [1.0], [3.0]]), np.ones((3, 1)))
    close(shares, np.array([[0.0, 1.0, 0.0], [0.0, 1.0, 0.0]]))
    close(value, -np.log(2 * np.pi) - 2.5, rtol=1e-9)


@property(runs=4, why="pressures around 1e8: a mean of squares less a squared mean has no digit left for the variance")
def far_from_the_origin(sol, rng):
    x, weights, means, variances = mixture(rng)
    x, means = np.round(x * 64) / 64, np.round(means * 64) / 64
    near = sol.fit(x, weights, means, variances, 1e-3, 3)
    far = sol.fit(x + 1e8, weights, means + 1e8, variances, 1e-3, 3)
    close(far[0], near[0], rtol=1e-4, atol=1e-6)
    close(far[1] - 1e8, near[1], rtol=1e-4, atol=1e-4)
    close(far[2], near[2], rtol=1e-4, atol=1e-4)
    close(far[3], near[3], rtol=1e-5)


@property(runs=3, why="the readings are float32 slices of a shared table: results are float64 and nothing is changed")
def dtypes_and_inputs(sol, rng):
    table = rng.normal(size=(40, 6)).astype(np.float32)
    x, weights = table[::2, ::3], np.array([0.3, 0.7])
    means, variances = rng.normal(size=(2, 2)), np.ones((2, 2))
    got, after = inout(sol.fit, x, weights, means, variances, 1e-6, 3)
    wide = sol.fit(x.astype(np.float64), weights, means, variances, 1e-6, 3)
    close(got, wide, rtol=1e-9)
    shares, _ = sol.e_step(x, weights, means, variances)
    _, after_step = inout(sol.m_step, x, shares, means, variances, 1e-6)
    for given, now in zip((x, weights, means, variances), after):
        assert np.array_equal(given, now), "an input was changed"
    for given, now in zip((x, shares, means, variances), after_step):
        assert np.array_equal(given, now), "an input was changed"


@growth(sizes=[40, 80, 120], at_most="n^2", measure="memory", of="e_step",
        why="an n × k × d table of differences does not fit")  # fmt: skip
def no_third_axis(rng, size):
    x = rng.normal(size=(4 * size, size))
    return x, np.full(size, 1 / size), x[:size], np.ones((size, size))


def mixture(rng):
    """Points (n, d) in loose clumps, and parameters of k components to start from."""
    n, d, k = int(rng.integers(5, 40)), int(rng.integers(1, 4)), int(rng.integers(1, 5))
    x = rng.normal(size=(n, d)) + rng.integers(0, 3, size=(n, 1)) * 3.0
    return x, rng.dirichlet(np.full(k, 2.0)), rng.normal(scale=3, size=(k, d)), rng.uniform(0.5, 3.0, size=(k, d))
