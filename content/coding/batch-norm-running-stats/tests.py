import numpy as np
from holdout_judge import case, close, property, raises, state


@case(visible=True, why="the worked example of the prompt")
def example(sol):
    bn = sol.BatchNorm(1)
    close(bn.forward(np.array([[1.0], [3.0]]), True), np.array([[-1.0], [1.0]]) / np.sqrt(1 + 1e-5))
    close(bn.running_mean, np.array([0.2]))
    close(bn.running_var, np.array([1.1]))


@state(runs=8, of="BatchNorm", why="a life of training and serving, buffers read in between, agrees with the reference")
def agrees_over_a_life(rng):
    channels = int(rng.integers(1, 5))
    steps = []
    for _ in range(int(rng.integers(2, 8))):
        tail = () if rng.random() < 0.5 else (int(rng.integers(1, 4)),)
        x = rng.normal(2.0, 3.0, size=(int(rng.integers(2, 9)), channels, *tail))
        steps += [
            ("forward", (x, bool(rng.random() < 0.6))),
            ("running_mean", None),
            ("running_var", None),
            ("state", ()),
        ]
    return (channels, [None, 0.1, 0.4][int(rng.integers(3))], 1e-3), steps


@case(why="the buffers take the unbiased variance, and momentum is the weight of the new batch")
def buffers_follow_the_formula(sol):
    bn = sol.BatchNorm(2, 0.25)
    x = np.array([[1.0, 0.0], [3.0, 0.0], [8.0, 3.0]])
    bn.forward(x, True)
    close(bn.running_mean, 0.25 * x.mean(axis=0))
    close(bn.running_var, 0.75 + 0.25 * x.var(axis=0, ddof=1))


@property(runs=5, why="a request comes alone: its score must be the one it gets in company")
def a_row_alone_is_served_alike(sol, rng):
    bn = sol.BatchNorm(3)
    for _ in range(3):
        bn.forward(rng.normal(5.0, 2.0, size=(16, 3)), True)
    x = rng.normal(5.0, 2.0, size=(4, 3))
    together = bn.forward(x, False)
    close(bn.forward(x[2:3], False), together[2:3])


@case(why="the same request twice gets the same answer: serving reads and never writes")
def serving_changes_nothing(sol):
    bn = sol.BatchNorm(2)
    x = np.array([[100.0, -3.0], [5.0, 8.0], [1.0, 2.0]])
    first = bn.forward(x, False)
    close(bn.forward(x, False), first)
    close(bn.running_mean, np.zeros(2))
    close(bn.running_var, np.ones(2))
    close(first, x / np.sqrt(1 + 1e-5))


@case(why="over a sequence a channel has one mean, over rows and positions together")
def sequences_share_a_channel_s_statistics(sol):
    x = np.arange(12.0).reshape(2, 2, 3)
    got = sol.BatchNorm(2).forward(x, True)
    close(got.mean(axis=(0, 2)), np.zeros(2), atol=1e-12)
    close(got.var(axis=(0, 2)), np.ones(2), rtol=1e-4)
    bn = sol.BatchNorm(2)
    bn.forward(x, True)
    close(bn.running_var, 0.9 + 0.1 * x.transpose(1, 0, 2).reshape(2, -1).var(axis=1, ddof=1))


@case(why="one value a channel has no variance: refuse, and leave the buffers alone; a sequence of one row is fine")
def one_value_is_refused(sol):
    bn = sol.BatchNorm(2)
    raises(ValueError, bn.forward, np.array([[4.0, 5.0]]), True)
    raises(ValueError, bn.forward, np.array([[[4.0], [5.0]]]), True)
    close(bn.running_mean, np.zeros(2))
    close(bn.running_var, np.ones(2))
    bn.forward(np.array([[[4.0, 6.0], [5.0, 5.0]]]), True)
    close(bn.running_mean, np.array([0.5, 0.5]))
    average = sol.BatchNorm(1, None)
    raises(ValueError, average.forward, np.array([[4.0]]), True)
    average.forward(np.array([[4.0], [6.0]]), True)
    close(average.running_mean, np.array([5.0]))


@case(why="a batch of another model, or an empty one, is a bug upstream, whether training or serving")
def shapes_are_checked(sol):
    bn = sol.BatchNorm(3)
    for training in (True, False):
        raises(ValueError, bn.forward, np.zeros((4, 2)), training)
        raises(ValueError, bn.forward, np.zeros((4, 1)), training)
        raises(ValueError, bn.forward, np.zeros((0, 3)), training)


@case(why="a feature that never varies must become beta, not NaN")
def constant_channels_are_finite(sol):
    bn = sol.BatchNorm(2)
    close(bn.forward(np.full((5, 2), 7.0), True), np.zeros((5, 2)), atol=1e-12)


@case(why="gamma, beta and eps scale and shift, in both modes; a fresh layer has ones and zeros")
def parameters_are_used(sol):
    bn = sol.BatchNorm(2, eps=0.5)
    x = np.array([[1.0, 2.0], [3.0, 6.0]])
    close(bn.gamma, np.ones(2))
    close(bn.beta, np.zeros(2))
    close(bn.forward(x, True), (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + 0.5))
    gamma = np.array([2.0, -1.0])
    bn.load(checkpoint(gamma, np.array([3.0, 4.0]), np.array([1.0, 2.0]), np.array([4.0, 0.5])))
    close(bn.forward(x, False), gamma * (x - [1.0, 2.0]) / np.sqrt([4.5, 1.0]) + [3.0, 4.0])
    close(bn.forward(x, True), gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + 0.5) + [3.0, 4.0])


@case(why="training is interrupted and resumed: a layer loaded from a checkpoint goes on as the first one does")
def a_checkpoint_goes_on(sol):
    rng = np.random.default_rng(11)
    for momentum in (0.3, None):
        first, second = sol.BatchNorm(2, momentum), sol.BatchNorm(2, momentum)
        for _ in range(3):
            first.forward(rng.normal(4.0, 2.0, size=(6, 2)), True)
        second.load(first.state())
        x = rng.normal(1.0, 3.0, size=(5, 2))
        first.forward(x, True)
        second.forward(x, True)
        close(second.running_mean, first.running_mean)
        close(second.running_var, first.running_var)
        close(second.state()["batches"], 4)


@case(why="a checkpoint is a photograph: training on must not change the one in the trainer's hands")
def a_checkpoint_is_a_copy(sol):
    bn = sol.BatchNorm(1, 0.5)
    bn.load(checkpoint(np.ones(1), np.zeros(1), np.array([10.0]), np.array([4.0])))
    before = bn.state()
    bn.forward(np.array([[0.0], [2.0]]), True)
    close(bn.running_mean, np.array([5.5]))
    close(bn.running_var, np.array([3.0]))
    close(before["running_mean"], np.array([10.0]))
    close(before["running_var"], np.array([4.0]))
    close(before["gamma"], np.ones(1))
    close(before["beta"], np.zeros(1))


@case(why="a timestamp or a price has a mean of 10,000 and a spread of one: the variance must keep its digits")
def large_means_keep_their_digits(sol):
    x = (10_000 + np.random.default_rng(7).normal(size=(4096, 2))).astype(np.float32)
    bn = sol.BatchNorm(2, 1.0)
    got, wide = bn.forward(x, True), x.astype(np.float64)
    assert got.dtype == np.float32
    close(bn.running_var, wide.var(axis=0, ddof=1), rtol=1e-6)
    close(got, ((wide - wide.mean(axis=0)) / np.sqrt(wide.var(axis=0) + 1e-5)).astype(np.float32), atol=1e-5)


@case(why="the residual branch still needs the input: it is handed over read-only")
def the_input_stays(sol):
    x = np.array([[1.0, 2.0], [5.0, 8.0]])
    x.setflags(write=False)
    for training in (True, False):
        assert sol.BatchNorm(2).forward(x, training).shape == (2, 2)


def checkpoint(gamma, beta, mean, var):
    """What `state` returns of a layer after seven batches, its arrays read-only."""
    arrays = {"gamma": gamma, "beta": beta, "running_mean": mean, "running_var": var}
    for array in arrays.values():
        array.setflags(write=False)
    return arrays | {"batches": 7}
