import numpy as np
from holdout_judge import case, close, forbid, growth, inout, oracle, property

for hidden_loop in (".tolist", "numpy.vectorize", "numpy.frompyfunc", "numpy.apply_along_axis"):
    forbid(hidden_loop, why="it is a Python loop by another name")


@case(visible=True, why="the worked example of the prompt: a session of three, an empty one, and a single click")
def example(sol):
    got = sol.session_features(*log([7, 8, 9], [], [5], times_s=[0, 2, 2.5, 9]), 2)
    check(got, [[8, 9], [0, 0], [0, 5]], [0, 2, 0.5, 0], [0, 0.5, 1, 0], [2, 0, 0])


@case(visible=True, why="the loop of the prompt is the specification: same answers, empty sessions in all places")
def same_as_the_loop(sol):
    day = log([], [3, 1, 4], [], [], [1, 5], [9], [], times_s=[5, 5, 8, 1, 4.5, 2])
    for k in (1, 2, 4):
        check(sol.session_features(*day, k), *by_loop(*day, k))


@case(why="a bot that clicked two hundred thousand times is one session like any other")
def one_long_session(sol):
    n = 200_000
    got = sol.session_features(np.array([0, n]), np.arange(1, n + 1), np.arange(n) * 250, 3)
    assert got["recent"].tolist() == [[n - 2, n - 1, n]]
    close(got["progress"][[0, -1]], np.array([0, 1], dtype=np.float32))
    close(got["longest_gap_s"], np.array([0.25], dtype=np.float32))


@case(why="visitors who clicked nothing, also last of the day, where a start lies past the end of the log")
def empty_sessions(sol):
    for sessions in ([[], [1, 2]], [[1, 2], []], [[1, 2], [], [], [3, 4, 5], []], [[], []], [[]]):
        times_s = 10.0 * np.arange(sum(map(len, sessions)))
        day = log(*sessions, times_s=times_s)
        check(sol.session_features(*day, 3), *by_loop(*day, 3))


@case(why="a shard without sessions is an empty batch, with all its shapes and dtypes")
def no_sessions(sol):
    check(sol.session_features(*log(times_s=[]), 3), np.zeros((0, 3)), [], [], [])


@case(why="a session of one click has no second place to divide by: 0, not NaN, and no warning taken for a value")
def single_clicks(sol):
    check(sol.session_features(*log([4], [6], times_s=[1, 2]), 1), [[4], [6]], [0, 0], [0, 0], [0, 0])


@case(why="what another visitor did must not leak into this one's features, nor the end of the log into its start")
def sessions_do_not_leak(sol):
    got = sol.session_features(*log([1], [2, 3], [4], times_s=[0, 100, 101, 500]), 3)
    check(got, [[0, 0, 1], [0, 2, 3], [0, 0, 4]], [0, 0, 1, 0], [0, 0, 1, 0], [0, 1, 0])


@case(why="today is 1.8e12 ms: float32 steps by two minutes there, and a gap of 1 ms must survive")
def milliseconds_survive(sol):
    times_s = 1_790_000_000 + np.array([0, 0.001, 0.002, 3600.002, 0, 0.25])
    got = sol.session_features(*log([1, 2, 3, 4], [5, 6], times_s=times_s), 1)
    check(got, [[4], [6]], [0, 0.001, 0.001, 3600, 0, 0.25], [0, 1 / 3, 2 / 3, 1, 0, 1], [3600, 0.25])


@property(runs=3, why="shards are cut by visitor, so a session may lie wholly before the one in front of it in time")
def time_may_run_back_between_sessions(sol, rng):
    day = random_log(rng, sessions=40)
    check(sol.session_features(*day, 2), *by_loop(*day, 2))
    assert (sol.session_features(*day, 2)["gap_s"] >= 0).all()


@oracle(runs=15, why="agrees with the reference over numbers and lengths of sessions, narrow and wide windows")
def agrees(rng):
    offsets, items, times_ms = random_log(rng, sessions=int(rng.integers(1, 60)))
    return offsets.astype(rng.choice(["int32", "int64"])), items.astype(np.int32), times_ms, int(rng.integers(1, 9))


@case(why="the log is a read-only view of a file, every second event of it: it stays as it is")
def read_only_views(sol):
    table = np.arange(40).reshape(10, 4) * 1000 + 1
    items, times_ms, offsets = table[::2, 0], table[::2, 2], np.array([0, 2, 5])
    for array in (items, times_ms, offsets):
        array.flags.writeable = False
    got, after = inout(sol.session_features, offsets, items, times_ms, 2)
    check(got, [[1, 8001], [24001, 32001]], [0, 8, 0, 8, 8], [0, 1, 0, 0.5, 1], [8, 8])
    for array, kept in zip((offsets, items, times_ms), after, strict=False):
        assert np.array_equal(array, kept), "an input was changed"


@growth(sizes=[1_000, 2_000, 4_000], at_most="n", measure="memory",
        why="one bot makes half of the events: a table as wide as its session holds mostly padding")  # fmt: skip
def one_bot_costs_its_events_only(rng, n):
    return (*lengths_log(rng, [n // 2] + [1] * (n // 2)), 3)


@growth(sizes=[8_000, 24_000, 72_000], at_most="n",
        why="looking for each session's events in the whole log is sessions × events")  # fmt: skip
def grows_with_the_events(rng, n):
    return (*lengths_log(rng, [4] * (n // 4)), 3)


@growth(sizes=[40, 160, 640], at_most="1",
        why="array calls have a fixed price: six hundred events cost what forty do, unless there is a step of Python for each")  # fmt: skip
def small_batches_cost_the_same(rng, n):
    return (*lengths_log(rng, [4] * (n // 4)), 2)


def log(*sessions, times_s):
    """offsets (S + 1,), items (n,) and times_ms (n,) of sessions given as lists of items."""
    offsets = np.cumsum([0] + [len(session) for session in sessions])
    items = np.array([item for session in sessions for item in session], dtype=np.int64)
    return offsets, items, np.round(np.asarray(times_s, dtype=float) * 1000).astype(np.int64)


def lengths_log(rng, lengths):
    """A log with sessions of the given lengths, each starting at a time of its own."""
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    n = int(offsets[-1])
    steps = rng.integers(0, 90_000, size=n)
    starts = np.repeat(rng.integers(1_700_000_000_000, 1_790_000_000_000, size=len(lengths)), lengths)
    return offsets, rng.integers(1, 1_000_000, size=n), starts + np.cumsum(steps)


def random_log(rng, sessions):
    """About a third of the sessions are empty, some are long."""
    return lengths_log(rng, rng.choice([0, 0, 1, 2, 3, 17], size=sessions))


def by_loop(offsets, items, times_ms, k):
    """The loop of the prompt."""
    sessions, n = len(offsets) - 1, len(items)
    recent, gap_s, progress, longest = np.zeros((sessions, k)), np.zeros(n), np.zeros(n), np.zeros(sessions)
    for s in range(sessions):
        start, end = offsets[s], offsets[s + 1]
        for i, event in enumerate(range(start, end)):
            gap_s[event] = (times_ms[event] - times_ms[event - 1]) / 1000 if i > 0 else 0
            progress[event] = i / (end - start - 1) if end - start > 1 else 0
        last = items[max(start, end - k) : end]
        recent[s, k - len(last) :] = last
        longest[s] = max(gap_s[start:end], default=0)
    return recent, gap_s, progress, longest


def check(got, recent, gap_s, progress, longest_gap_s):
    """All four arrays, in their shapes and dtypes."""
    assert set(got) == {"recent", "gap_s", "progress", "longest_gap_s"}, "the four names of the prompt were expected"
    for name, array in got.items():
        dtype = "int64" if name == "recent" else "float32"
        assert array.dtype == dtype, f"{name}: {dtype} was expected, {array.dtype} came"
    close(got["recent"], np.asarray(recent, dtype=np.int64))
    for name, expected in (("gap_s", gap_s), ("progress", progress), ("longest_gap_s", longest_gap_s)):
        close(got[name], np.asarray(expected, dtype=np.float32))
