from holdout_judge import case, growth, inout, property, raises
import itertools


@case(visible=True, why="the worked example: touching spans join, a nested one vanishes, an empty one holds no time")
def example(sol):
    assert pairs(sol.merge([(50, 60), (0, 10), (10, 20), (15, 18), (30, 30)])) == [(0, 20), (50, 60)]


@case(why="nothing to merge, and one span by itself")
def smallest_books(sol):
    assert pairs(sol.merge([])) == []
    assert pairs(sol.merge([(3, 4)])) == [(3, 4)]
    assert pairs(sol.merge([(7, 7)])) == []


@case(why="half-open: spans that touch leave no second out, and a gap of one second is a gap")
def touching_and_nearly_touching(sol):
    assert pairs(sol.merge([(60, 120), (0, 60)])) == [(0, 120)]
    assert pairs(sol.merge([(61, 120), (0, 60)])) == [(0, 60), (61, 120)]


@case(why="a long span in front of short ones: its end must not be replaced by an earlier one")
def nested_spans(sol):
    assert pairs(sol.merge([(0, 100), (10, 20), (30, 40), (90, 110), (105, 107)])) == [(0, 110)]


@case(why="an empty span between two others joins nothing and, standing alone, is nothing")
def empty_spans(sol):
    assert pairs(sol.merge([(5, 5), (0, 3), (8, 9)])) == [(0, 3), (8, 9)]
    assert pairs(sol.merge([(3, 3), (0, 3), (3, 5)])) == [(0, 5)]


@case(why="a span that ends before it starts is a bug in a job; swallowed, it would hide a hole")
def inverted_spans(sol):
    raises(ValueError, sol.merge, [(0, 100), (20, 10)])
    raises(ValueError, sol.merge, [(5, 4)])


@case(why="the jobs' list is logged afterwards: it stays in its order")
def input_stays(sol):
    _, (after,) = inout(sol.merge, [(5, 9), (0, 6)])
    assert pairs(after) == [(5, 9), (0, 6)]


@property(runs=20, why="second by second the same time, in rising order, and no two spans overlap or touch")
def same_seconds(sol, rng):
    spans = drawn(rng, 8)
    merged = pairs(sol.merge(spans))
    assert seconds(merged) == seconds(spans)
    assert all(start < end for start, end in merged)
    assert all(before[1] < after[0] for before, after in itertools.pairwise(merged))


@case(level=2, visible=True, why="the worked example: a hole inside, and the end that no job has reached")
def example_of_gaps(sol):
    assert pairs(sol.gaps([(0, 10), (12, 20), (18, 30)], 5, 40)) == [(10, 12), (30, 40)]


@case(level=2, why="covered wholly, not at all, and only beyond the edges")
def whole_and_none(sol):
    assert pairs(sol.gaps([(0, 100)], 10, 20)) == []
    assert pairs(sol.gaps([], 10, 20)) == [(10, 20)]
    assert pairs(sol.gaps([(0, 10), (20, 30)], 10, 20)) == [(10, 20)]
    assert pairs(sol.gaps([(40, 50)], 10, 20)) == [(10, 20)]
    assert pairs(sol.gaps([(0, 15), (18, 90)], 10, 20)) == [(15, 18)]
    assert pairs(sol.gaps([(10, 12), (12, 15), (19, 20)], 10, 20)) == [(15, 19)]


@case(level=2, why="nothing is asked, so nothing is missing; asked backwards it is a fault")
def empty_and_inverted_range(sol):
    assert pairs(sol.gaps([(0, 5)], 7, 7)) == [] and pairs(sol.gaps([], 3, 3)) == []
    raises(ValueError, sol.gaps, [(0, 5)], 9, 3)
    raises(ValueError, sol.gaps, [(5, 0)], 3, 9)


@property(level=2, runs=20, why="gaps and covered time together are exactly what was asked for")
def gaps_complete_the_range(sol, rng):
    spans = drawn(rng, 6)
    start, end = sorted(int(edge) for edge in rng.integers(0, 60, size=2))
    missing = pairs(sol.gaps(spans, start, end))
    assert seconds(missing) == set(range(start, end)) - seconds(spans)
    assert all(before[1] < after[0] for before, after in itertools.pairwise(missing))
    assert all(before < after for before, after in missing)


@case(level=3, visible=True, why="the worked example: a second is withdrawn in the middle, and both sides remain")
def example_of_replay(sol):
    log = [("add", 0, 10), ("covers", 2, 9), ("remove", 4, 5), ("covers", 2, 9), ("covers", 5, 10)]
    assert sol.replay(log) == [True, False, True]


@case(level=3, why="two jobs that touch cover a question that reaches over the border")
def question_over_a_border(sol):
    assert sol.replay([("add", 0, 10), ("add", 10, 20), ("covers", 5, 15), ("covers", 0, 20)]) == [True, True]
    assert sol.replay([("add", 0, 10), ("add", 11, 20), ("covers", 5, 15)]) == [False]


@case(level=3, why="withdrawn is withdrawn, also where two jobs had added the same time")
def removal_is_of_time(sol):
    log = [("add", 0, 10), ("add", 5, 15), ("remove", 5, 10), ("covers", 5, 10), ("covers", 0, 5), ("covers", 10, 15)]
    assert sol.replay(log) == [False, True, True]


@case(level=3, why="one removal over many spans, one over none, and one that ends where a span begins")
def removals_of_all_kinds(sol):
    log = [("add", start, start + 5) for start in range(0, 100, 10)]
    log += [("remove", 12, 73), ("covers", 10, 12), ("covers", 20, 21), ("covers", 73, 75), ("covers", 80, 85)]
    log += [("remove", 85, 90), ("covers", 90, 95), ("covers", 80, 85), ("remove", 200, 300), ("covers", 0, 5)]
    assert sol.replay(log) == [True, False, True, True, True, True, True]


@case(level=3, why="a question without time is always answered with yes, and a change without time changes nothing")
def spans_without_time(sol):
    assert sol.replay([("covers", 3, 3), ("add", 5, 5), ("covers", 5, 6), ("add", 0, 9), ("remove", 4, 4),
                       ("covers", 0, 9), ("covers", 9, 9)]) == [True, False, True, True]  # fmt: skip
    assert sol.replay([]) == []
    raises(ValueError, sol.replay, [("covers", 4, 3)])
    raises(ValueError, sol.replay, [("add", 4, 3)])


@property(level=3, runs=15, why="the same answers as a set of seconds, over drawn logs")
def agrees_with_a_set(sol, rng):
    log, covered, answers = [], set(), []
    for action in rng.choice(["add", "add", "remove", "covers", "covers"], size=30):
        start, end = sorted(int(edge) for edge in rng.integers(0, 40, size=2))
        log.append((str(action), start, end))
        if action == "covers":
            answers.append(set(range(start, end)) <= covered)
        else:
            covered = covered | set(range(start, end)) if action == "add" else covered - set(range(start, end))
    assert sol.replay(log) == answers


@growth(level=3, sizes=[1_000, 4_000, 16_000], at_most="n log n", of="replay",
        why="a scheduler asks all the time: a question must not walk through the books")  # fmt: skip
def questions_are_quick(rng, n):
    adds = [("add", 10 * place, 10 * place + 5) for place in range(n // 4)]
    return adds + [("covers", int(at), int(at) + 3) for at in rng.integers(0, 10 * n // 4, size=n)]


def drawn(rng, most):
    """Up to `most` spans within a minute, some of them empty."""
    edges = rng.integers(0, 60, size=(int(rng.integers(0, most + 1)), 2))
    return [(int(min(pair)), int(max(pair))) for pair in edges]


def seconds(spans):
    """Every second that the spans hold."""
    return {second for start, end in spans for second in range(start, end)}


def pairs(spans):
    """Spans as tuples: lists of two are as good."""
    return [tuple(span) for span in spans]
