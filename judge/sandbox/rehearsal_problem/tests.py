"""What a spare checker practises on; see `sandbox/rehearsal.py`."""

import numpy as np

from holdout_judge import case, oracle, property


@case(visible=True, why="a plain assert on an array")
def example(sol):
    got = sol.scaled(np.array([[1.0, 2.0], [3.0, 4.0]]), 2)
    assert np.allclose(got.sum(axis=-1), [6.0, 14.0])
    assert got.shape == (2, 2) and list(map(len, [(1, 2)])) == [2]


@oracle(runs=2, why="the same arguments to the reference")
def agrees(rng):
    return rng.normal(size=(3, 2)), int(rng.integers(1, 9))


@property(runs=2, why="a law on generated inputs")
def scales(sol, rng):
    x = rng.normal(size=4)
    assert np.allclose(sol.scaled(x, 3), 3 * sol.scaled(x, 1))
