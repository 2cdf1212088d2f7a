from holdout_judge import case, growth, inout, oracle, property
from sandbox.client import SolutionError


@case(visible=True, why="the worked example of the prompt")
def example(sol):
    steps = {"train": (60, ["features"]), "features": (20, ["raw"]), "raw": (5, []), "report": (1, ["raw"])}
    order, finish, critical = sol.schedule(steps)
    assert order == ["raw", "features", "report", "train"]
    assert finish == {"raw": 5, "features": 25, "report": 6, "train": 85}
    assert critical == ["raw", "features", "train"]


@case(visible=True, why="a cycle is told by its members; what only waits behind it is not to blame")
def cycle_is_named(sol):
    assert blamed(sol, {"c": ["b"], "b": ["a"], "a": ["c"], "waits": ["a"], "free": []}) == "a, b, c"


@case(why="an empty pipeline, and one of a single step")
def smallest_pipelines(sol):
    assert sol.schedule({}) == ([], {}, [])
    assert sol.schedule({"only": (3, [])}) == (["only"], {"only": 3}, ["only"])


@case(why="the smallest name that is ready comes next, also when it became ready only now")
def smallest_ready_name_first(sol):
    order, _, _ = sol.schedule(free({"z": [], "a": ["z"], "m": [], "y": []}))
    assert order == ["m", "y", "z", "a"]
    order, _, _ = sol.schedule(free({"b": [], "a": ["b"], "c": []}))
    assert order == ["b", "a", "c"]


@case(why="steps run side by side: a step starts when the slowest of its needs is done, not when all times are added")
def side_by_side(sol):
    _, finish, critical = sol.schedule({"a": (10, []), "b": (30, []), "c": (5, ["a", "b"])})
    assert finish == {"a": 10, "b": 30, "c": 35}
    assert critical == ["b", "c"]


@case(why="the longest chain is the slowest one, not the one with most steps")
def longest_means_slowest(sol):
    steps = {"a": (1, []), "b": (1, ["a"]), "c": (1, ["b"]), "slow": (60, [])}
    assert sol.schedule(steps)[2] == ["slow"]


@case(why="two chains of the same length: the smallest name, at the end and before each step")
def ties_by_name(sol):
    steps = {"q": (2, []), "p": (2, []), "y": (1, ["q", "p"]), "x": (1, ["q", "p"])}
    assert sol.schedule(steps)[2] == ["p", "x"]


@case(why="a step that takes no time still has its place in the chain: it begins where nothing is needed")
def steps_without_time(sol):
    steps = {"start": (0, []), "middle": (0, ["start"]), "end": (4, ["middle"])}
    assert sol.schedule(steps) == (["start", "middle", "end"], {"start": 0, "middle": 0, "end": 4}, list(steps))


@case(why="a need that is written twice is one need")
def needs_named_twice(sol):
    order, finish, critical = sol.schedule({"b": (1, ["a", "a"]), "a": (2, [])})
    assert (order, finish, critical) == (["a", "b"], {"a": 2, "b": 3}, ["a", "b"])


@case(why="a step that needs itself is the shortest cycle")
def a_step_that_needs_itself(sol):
    assert blamed(sol, {"a": ["a"], "b": [], "c": ["a", "b"]}) == "a"


@case(why="two cycles, and the way between them: all of it is stuck, and the way would only open with the first")
def between_cycles(sol):
    needs = {"a": ["b"], "b": ["a"], "way": ["a"], "x": ["way", "y"], "y": ["x"], "z": ["y"], "before": []}
    assert blamed(sol, needs) == "a, b, way, x, y"


@oracle(runs=20, why="agrees with the reference on drawn pipelines, with many equal times and names out of order")
def agrees(rng):
    names = [f"s{number}" for number in rng.permutation(int(rng.integers(1, 15)))]
    return {name: (int(rng.integers(0, 4)), few(rng, names[:place])) for place, name in enumerate(names)}


@property(runs=5, why="whatever the pipeline: each step after its needs, and it starts exactly when the last is done")
def laws_of_a_schedule(sol, rng):
    names = [f"s{number}" for number in rng.permutation(30)]
    steps = {name: (int(rng.integers(1, 9)), few(rng, names[:place])) for place, name in enumerate(names)}
    order, finish, critical = sol.schedule({name: steps[name] for name in sorted(steps)})
    for name, (minutes, needs) in steps.items():
        assert all(order.index(need) < order.index(name) for need in needs)
        assert finish[name] - minutes == max((finish[need] for need in needs), default=0)
    assert sum(steps[name][0] for name in critical) == max(finish.values())


@case(why="the scheduler goes on using the pipeline it handed over")
def input_stays(sol):
    steps = {"b": (1, ["a", "a"]), "a": (2, [])}
    _, (after,) = inout(sol.schedule, steps)
    assert after == {"b": (1, ["a", "a"]), "a": (2, [])}


@growth(sizes=[1_000, 4_000, 16_000], at_most="n log n",
        why="looking through all steps for the next one that is ready is quadratic")  # fmt: skip
def grows_with_the_pipeline(rng, n):
    names = [f"s{number:06d}" for number in range(n)]
    return {name: (1, names[max(0, place - 2) : place] if place % 50 else []) for place, name in enumerate(names)}


def few(rng, names):
    """Up to three of the names, in any order, perhaps one twice."""
    return [str(name) for name in rng.choice(names, min(len(names), int(rng.integers(0, 4))))] if names else []


def free(needs):
    """Steps of one minute each."""
    return {name: (1, needed) for name, needed in needs.items()}


def blamed(sol, needs):
    """The message of the ValueError."""
    try:
        got = sol.schedule(free(needs))
    except SolutionError as error:
        assert error.type_name == "ValueError", f"ValueError was expected, {error.type_name} came"
        return error.message
    raise AssertionError(f"ValueError was expected, {got} came")
