import numpy as np
from holdout_judge import case, close, inout, oracle, property


@property(
    visible=True, runs=5, fault="labels-unshuffled", why="a row must keep its own label, or the model learns noise"
)
def rows_keep_their_labels(sol, rng):
    n = int(rng.integers(1, 60))
    x = np.arange(n, dtype=float)[:, None] * [1.0, -2.0]
    parts = list(sol.batches(x, np.arange(n), int(rng.integers(1, 9)), rng))
    rows = np.concatenate([part for part, _ in parts])
    labels = np.concatenate([part for _, part in parts])
    assert (rows[:, 0] == labels).all() and (rows[:, 1] == -2 * labels).all()
    assert (np.sort(labels) == np.arange(n)).all(), "every row exactly once"


@case(why="the last batch may be short, the others hold exactly `size` rows, and the order is random")
def batches_are_cut_and_shuffled(sol):
    x, y = np.arange(50.0)[:, None], np.arange(50)
    first, second = ([part[:, 0] for part, _ in sol.batches(x, y, 16, np.random.default_rng(seed))] for seed in (1, 2))
    assert [len(part) for part in first] == [16, 16, 16, 2]
    assert not (np.concatenate(first) == np.arange(50)).all()
    assert not (np.concatenate(first) == np.concatenate(second)).all()


@property(
    runs=8,
    visible=True,
    fault="partial-batch",
    why="the gradient of the mean over the rows given, however many they are",
)
def gradient_of_the_mean(sol, rng):
    w, x, y = problem(rng, n=int(rng.integers(1, 50)))
    wanted = np.array([(loss(w + h, x, y) - loss(w - h, x, y)) / 2e-6 for h in 1e-6 * np.eye(len(w))])
    close(sol.gradient(w, x, y), wanted, rtol=1e-4, atol=1e-6)


@oracle(
    runs=10,
    of="standardise",
    rtol=1e-9,
    fault="validation-statistics",
    why="serving sees one row at a time: it can only be scaled by what training saw",
)
def scaled_by_training_statistics(rng):
    return rng.normal(3.0, 2.0, size=(40, 3)), rng.normal(5.0, 1.0, size=(int(rng.integers(1, 20)), 3))


@case(why="a constant feature has no spread to divide by")
def constant_columns_stay_finite(sol):
    train = np.array([[1.0, 7.0], [3.0, 7.0]])
    scaled, other = sol.standardise(train, np.array([[2.0, 9.0]]))
    close(scaled, np.array([[-1.0, 0.0], [1.0, 0.0]]))
    close(other, np.array([[0.0, 2.0]]))


@oracle(runs=10, of="step", rtol=1e-9, why="heavy-ball momentum as written: the velocity carries the learning rate")
def momentum_as_written(rng):
    return (*rng.normal(size=(3, 4)), float(rng.uniform(0.01, 0.5)), float(rng.uniform(0, 0.99)))


@case(why="a step that writes into its inputs corrupts whoever kept them")
def step_leaves_its_inputs_alone(sol):
    w, velocity, grad = np.ones(3), np.full(3, 0.5), np.full(3, 2.0)
    (moved, carried), after = inout(sol.step, w, velocity, grad, 0.1, 0.9)
    close(moved, np.full(3, 1.25))
    close(carried, np.full(3, 0.25))
    for kept, now in zip((w, velocity, grad), after):
        close(now, kept)


@property(runs=4, fault="best-is-a-view", why="early stopping returns the best epoch, not the last one")
def the_best_epoch_is_returned(sol, rng):
    x, y, x_val, y_val = noisy(rng)
    w, losses = sol.fit(x, y, x_val, y_val, 30, 8, 1.5, 0.9, int(rng.integers(100)))
    close(loss(w, x_val, y_val), min(losses), rtol=1e-6)


@property(runs=4, why="with one batch an epoch the order of rows cannot matter: the run is known to the last digit")
def a_full_batch_run_is_known(sol, rng):
    x, y, x_val, y_val = noisy(rng)
    got, losses = sol.fit(3 * x + 5, y, 3 * x_val + 5, y_val, 9, len(x), 0.7, 0.8, 0)  # raw features
    w, velocity, expected = np.zeros(x.shape[1]), np.zeros(x.shape[1]), []
    for _ in range(9):
        velocity = 0.8 * velocity - 0.7 * x.T @ (1 / (1 + np.exp(-x @ w)) - y) / len(y)
        w = w + velocity
        expected.append(loss(w, x_val, y_val))
    close(losses, expected, rtol=1e-7)


@case(why="the order of rows follows the seed: a run can be repeated, and another seed gives another run")
def runs_follow_their_seed(sol):
    data = noisy(np.random.default_rng(4))
    first, again, other = (sol.fit(*data, 3, 8, 0.1, 0.9, seed)[1] for seed in (1, 1, 2))
    assert first == again and first != other


@property(runs=2, why="a signal this clear must be found, with raw features as they come from the log")
def a_clear_signal_is_learnt(sol, rng):
    x = rng.normal(4.0, 3.0, size=(600, 3))
    y = (x[:, 0] - x[:, 1] > 0).astype(float)
    _, losses = sol.fit(x[:400], y[:400], x[400:], y[400:], 15, 32, 0.5, 0.9, 0)
    assert min(losses) < 0.2


def loss(w, x, y):
    return float(np.mean(np.logaddexp(0, x @ w) - y * (x @ w)))


def problem(rng, n):
    return rng.normal(size=3), rng.normal(size=(n, 3)), (rng.random(n) < 0.5).astype(float)


def noisy(rng):
    """Weak signal, few rows, both parts already standardised: the validation loss turns early."""
    parts = []
    for n in (60, 60):
        x = rng.normal(size=(n, 6))
        x = (x - x.mean(axis=0)) / x.std(axis=0)
        parts += [x, (rng.random(n) < 1 / (1 + np.exp(-x[:, 0]))).astype(float)]
    return parts
