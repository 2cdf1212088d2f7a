import numpy as np
from holdout_judge import case, close, growth, inout, oracle, property


@case(visible=True, why="the worked example: the latest row before each event, and none at its own second")
def example(sol):
    got = join(sol, [(1, 100), (1, 50), (2, 80)], [(1, 40, 0.1), (1, 99, 0.9), (2, 80, 0.5)])
    same(got, [0.9, 0.1, None])


@case(visible=True, why="a row is known only after its delay: stamped at 90 and a minute late, it is not there at 120")
def delays(sol):
    rows = [(7, 30, 1.0), (7, 90, 2.0)]
    same(join(sol, [(7, 120), (7, 150), (7, 151)], rows, delay_s=60), [1.0, 1.0, 2.0])


@case(why="the second of the event belongs to its outcome: strictly before, with and without a delay")
def strictly_before(sol):
    same(join(sol, [(1, 10), (1, 11)], [(1, 10, 5.0)]), [None, 5.0])
    same(join(sol, [(1, 13), (1, 14)], [(1, 10, 5.0)], delay_s=3), [None, 5.0])


@case(why="other users' rows are not mine, however near: the neighbours in a sorted log belong to somebody else")
def users_do_not_mix(sol):
    rows = [(1, 10, 1.0), (2, 20, 2.0), (3, 30, 3.0)]
    same(join(sol, [(2, 15), (1, 99), (3, 99), (4, 99), (0, 99)], rows), [None, 1.0, 3.0, None, None])


@case(why="two rows of the same second: the last one written is the correction")
def last_of_a_second(sol):
    same(join(sol, [(1, 50)], [(1, 20, 1.0), (1, 40, 2.0), (1, 40, 3.0), (1, 30, 4.0)]), [3.0])
    same(join(sol, [(1, 50)], [(1, 40, 3.0), (1, 40, 2.0)]), [2.0])


@case(why="a value of last year says little: too old is as good as none, and exactly the limit is not too old")
def maximum_age(sol):
    rows = [(1, 100, 1.0)]
    same(join(sol, [(1, 150), (1, 151)], rows, max_age_s=50), [1.0, None])
    same(join(sol, [(1, 101)], rows, max_age_s=0), [None])
    same(join(sol, [(1, 170), (1, 171)], rows, delay_s=30, max_age_s=70), [1.0, None])


@case(why="no events, no rows, neither: a new feature has an empty log on its first day")
def empty_sides(sol):
    assert join(sol, [], [(1, 10, 1.0)]).shape == (0,)
    same(join(sol, [(1, 10), (2, 10)], []), [None, None])
    assert join(sol, [], []).shape == (0,)


@case(why="events and rows arrive in any order, and the answer stands where the event stood")
def any_order(sol):
    events, rows = [(1, 35), (2, 5), (1, 15), (1, 25)], [(1, 30, 3.0), (1, 10, 1.0), (2, 1, 9.0), (1, 20, 2.0)]
    same(join(sol, events, rows), [3.0, 9.0, 1.0, 2.0])
    same(join(sol, events[::-1], rows[::-1]), [2.0, 1.0, 9.0, 3.0])
    same(join(sol, [(1, 60), (1, 50), (1, 5)], [(1, 10, 1.0)]), [1.0, 1.0, None])


@case(why="seconds since 1970 in int32, negative ids, and a delay that must not overflow")
def dtypes(sol):
    got = sol.join_as_of(
        np.array([-5], dtype=np.int32),
        np.array([2_147_483_647], dtype=np.int32),
        np.array([-5, -5], dtype=np.int32),
        np.array([2_147_483_640, 2_147_483_646], dtype=np.int32),
        np.array([1.5, 2.5], dtype=np.float32),
        5,
        100,
    )
    assert got.dtype == np.float64
    same(got, [1.5])


@case(why="columns of one table, read-only: they stay as they are")
def inputs_stay(sol):
    table = np.arange(40).reshape(10, 4)
    table.setflags(write=False)
    columns = (table[:, 0] % 3, table[:, 1], table[:, 2] % 3, table[:, 3])
    got, after = inout(sol.join_as_of, *columns, table[:, 3] / 2)
    for now, before in zip(after, (*columns, table[:, 3] / 2), strict=True):
        assert np.array_equal(now, before)
    assert got.shape == (10,)


@oracle(runs=20, why="agrees with the reference on small logs with few users and many equal seconds")
def agrees(rng):
    n, m = (int(size) for size in rng.integers(0, 30, size=2))
    users, seconds = int(rng.integers(1, 5)), int(rng.integers(2, 40))
    age = int(rng.integers(0, 20)) if rng.random() < 0.5 else None
    return (rng.integers(users, size=n), rng.integers(seconds, size=n), rng.integers(users, size=m),
            rng.integers(seconds, size=m), rng.normal(size=m), int(rng.integers(0, 5)), age)  # fmt: skip


@property(runs=5, why="the definition itself: of all rows of the user that were known, the last")
def by_definition(sol, rng):
    events = [(int(rng.integers(3)), int(rng.integers(30))) for _ in range(20)]
    rows = [(int(rng.integers(3)), int(rng.integers(30)), float(number)) for number in range(40)]
    expected = []
    for user, time in events:
        known = [row for row in rows if row[0] == user and row[1] + 2 < time and row[1] >= time - 9]
        expected.append(max(reversed(known), key=lambda row: row[1])[2] if known else None)
    same(join(sol, events, rows, delay_s=2, max_age_s=9), expected)


@growth(sizes=[6_000, 18_000, 54_000], at_most="n log n",
        why="a look through the log for each event is events times rows")  # fmt: skip
def grows_like_a_sort(rng, n):
    users = n // 100
    return (rng.integers(users, size=n), rng.integers(10**6, size=n), rng.integers(users, size=n),
            rng.integers(10**6, size=n), rng.normal(size=n))  # fmt: skip


def join(sol, events, rows, delay_s=0, max_age_s=None):
    """The join of events (user, second) with rows (user, second, value)."""
    left = np.array(events, dtype=np.int64).reshape(-1, 2)
    right = np.array([row[:2] for row in rows], dtype=np.int64).reshape(-1, 2)
    values = np.array([row[2] for row in rows], dtype=float)
    return sol.join_as_of(left[:, 0], left[:, 1], right[:, 0], right[:, 1], values, delay_s, max_age_s)


def same(got, expected):
    """Values, and NaN where None is expected."""
    close(got, np.array([np.nan if value is None else value for value in expected], dtype=float), rtol=1e-12)
