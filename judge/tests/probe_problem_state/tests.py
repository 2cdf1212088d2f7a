from holdout_judge import case, state


@case(visible=True, why="the worked example")
def example(sol):
    tally = sol.Tally(["a", "b"])
    assert tally.add("a") == 1
    assert tally.share("a") == 1.0
    assert tally.total == 1


@state(runs=4, of="Tally", why="every method in sequence agrees with the reference")
def agrees_in_sequence(rng):
    steps = [("add", (str(label),)) for label in rng.choice(["a", "b", "c"], size=8)]
    return (["a", "b", "c"],), [*steps, ("share", ("a",)), ("most", ()), ("total", None)]
