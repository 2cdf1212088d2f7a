import numpy as np

from holdout_judge import case, close, inout, oracle, property, raises, stream


@case(visible=True, why="the worked example")
def example(sol):
    close(sol.weights(np.log(np.array([1.0, 2.0, 5.0]))), np.array([0.125, 0.25, 0.625]))


@oracle(runs=4, of="weights", why="agrees with the reference")
def agrees(rng):
    return rng.normal(size=(3, 5)) * 3


@oracle(runs=2, of="weights", why="many small shares: an absolute tolerance of a lesser type would forgive anything")
def agrees_on_a_large_vocabulary(rng):
    return rng.normal(size=60_000)


@oracle(runs=2, of="weights", why="single precision stays")
def agrees_in_single_precision(rng):
    return rng.normal(size=(2, 4)).astype(np.float32)


@oracle(runs=4, of="ranks", why="positions are a list of int")
def agrees_on_ranks(rng):
    return list(rng.normal(size=6))


@oracle(runs=2, of="weights", why="equal scores have equal shares; a scalar would broadcast")
def agrees_on_equal_scores(rng):
    return np.full(4, rng.normal())


@property(runs=3, why="as an author in a hurry writes it: plain NumPy on what came back")
def sums_to_one(sol, rng):
    scores = rng.normal(size=6)
    got = sol.weights(scores)
    wanted = np.exp(scores) / np.exp(scores).sum()
    assert got.shape == (6,)
    assert np.isclose(np.sum(got), 1.0)
    assert np.allclose(got, wanted)
    assert abs(got - wanted).max() < 1e-9
    assert (got > 0).all()
    assert np.all(np.argsort(got) == np.argsort(scores))


@property(runs=3, why="plain comparison of lists")
def orders_as_python_does(sol, rng):
    values = [int(v) for v in rng.integers(0, 100, size=5)]
    got = sol.ranks(values)
    assert [values[at] for at in got] == sorted(values, reverse=True)
    assert sorted(got) == [0, 1, 2, 3, 4]


@case(why="an empty input is an error")
def empty_is_an_error(sol):
    raises(ValueError, sol.weights, np.array([]))


@case(why="the input stays as it was")
def input_is_kept(sol):
    scores = np.array([3.0, 1.0, 2.0])
    got, (after,) = inout(sol.weights, scores)
    assert np.array_equal(after, [3.0, 1.0, 2.0])
    assert np.isclose(got[0], 1 / (1 + np.exp(-2.0) + np.exp(-1.0)))


@case(why="each value is scored once, by the function that was given")
def scores_each_once(sol):
    asked = []

    def score(value):
        asked.append(value)
        return (value * 7) % 11

    assert sol.best([3, 8, 5, 9], score) == (3, 10)
    assert sorted(asked) == [3, 5, 8, 9]


@case(why="values may come one at a time")
def takes_a_stream(sol):
    assert sol.best(stream(iter([4, 6, 2])), abs) == (6, 6)
