from holdout_judge import forbid, oracle

forbid("numpy.sort", why="the sort is the exercise")
forbid("numpy.argsort", why="the sort is the exercise")
forbid(".sort", why="the sort is the exercise")
forbid("sorted", why="the sort is the exercise")
forbid("numpy.linalg", why="it is not needed")


@oracle(runs=3, visible=True, why="agrees with the reference")
def agrees(rng):
    return rng.normal(size=7)
