import numpy as np

from holdout_judge import case, growth, oracle


@case(visible=True, why="the worked example")
def example(sol):
    assert sol.pairs_below(np.array([1.0, 2.0, 3.0]), 4.5) == 2


@oracle(runs=3, why="agrees with the reference")
def agrees(rng):
    return rng.normal(size=30), 0.3


@oracle(runs=1, why="a growth test looks at time only: somebody must look at the answer in the large")
def agrees_in_the_large(rng):
    return rng.normal(size=6000), 0.3


@growth(sizes=[1500, 3000, 6000], at_most="n log n", why="every pair must not be looked at")
def grows_almost_linearly(rng, n):
    return rng.normal(size=n), 0.3
