import numpy as np
from holdout_judge import case, property, raises, state


@case(visible=True, why="the worked example of the prompt")
def example(sol):
    cache = sol.FeatureCache(2)
    cache.put("ann", [0.1])
    cache.put("bob", [0.2])
    assert cache.get("ann") == [0.1]
    cache.put("cem", [0.3])
    assert cache.get("bob") is None
    assert cache.get("cem") == [0.3] and len(cache) == 2


@case(why="a cache of nothing is a configuration fault: say so at once, not at the first eviction")
def capacity_is_checked(sol):
    for capacity in (0, -1):
        raises(ValueError, sol.FeatureCache, capacity)
    cache = sol.FeatureCache(1)
    cache.put("a", 1)
    assert cache.get("a") == 1


@case(why="a user who is read all the time must survive those who are only written")
def reading_keeps_an_entry(sol):
    cache = filled(sol.FeatureCache(3), "abc")
    cache.get("a")
    cache.put("d", 3)
    assert cache.get("a") == 0 and cache.get("b") is None


@case(why="features that were just recomputed are about to be read")
def replacing_keeps_an_entry(sol):
    cache = filled(sol.FeatureCache(3), "abc")
    cache.put("a", 9)
    assert len(cache) == 3
    cache.put("d", 3)
    assert cache.get("a") == 9 and cache.get("b") is None


@case(why="asking for an unknown user must neither store nor reorder anything")
def a_miss_changes_nothing(sol):
    cache = filled(sol.FeatureCache(2), "ab")
    assert cache.get("zed") is None and len(cache) == 2
    cache.put("c", 2)
    assert cache.get("a") is None and cache.get("b") == 1


@property(runs=6, why="long mixed traffic against a plain list that is obviously right")
def mixed_traffic(sol, rng):
    capacity = int(rng.integers(1, 6))
    cache, model = sol.FeatureCache(capacity), Model(capacity)
    for _ in range(120):
        drive(cache, model, rng)


@state(runs=6, of="FeatureCache", why="the same calls on the reference and on yours: every answer must be the same")
def every_answer_of_a_long_sequence(rng):
    calls = []
    for _ in range(80):
        key, value = int(rng.integers(0, 7)), float(rng.normal())
        calls += [("put", (key, value)) if rng.random() < 0.5 else ("get", (key,)), ("__len__", ())]
    return (int(rng.integers(1, 6)),), calls


@case(level=2, why="the boundary is stated: at an age of exactly ttl_s the entry is gone")
def gone_at_exactly_ttl(sol):
    clock = Clock()
    cache = sol.FeatureCache(4, 10.0, clock)
    cache.put("a", 1)
    clock.now = 9.75
    assert cache.get("a") == 1 and len(cache) == 1
    clock.now = 10.0
    assert len(cache) == 0 and cache.get("a") is None


@case(level=2, why="the ttl bounds staleness, so a hot user needs fresh features too")
def reading_does_not_prolong_life(sol):
    clock = Clock()
    cache = filled(sol.FeatureCache(4, 10.0, clock), "a")
    clock.now = 6.0
    assert cache.get("a") == 0
    clock.now = 11.0
    assert cache.get("a") is None


@case(level=2, why="a replaced value is fresh: its life starts anew, also when others were stored in between")
def replacing_starts_life_anew(sol):
    clock = Clock()
    cache = filled(sol.FeatureCache(4, 10.0, clock), "ab")
    clock.now = 6.0
    cache.put("a", 7)
    clock.now = 12.0
    assert cache.get("a") == 7 and cache.get("b") is None and len(cache) == 1


@case(level=2, why="an expired entry must not push a live one out")
def the_dead_make_room_first(sol):
    clock = Clock()
    cache = filled(sol.FeatureCache(2, 10.0, clock), "a")
    clock.now = 5.0
    cache.put("b", 1)
    cache.get("a")  # a is now the more recent one, and dies first
    clock.now = 10.0
    cache.put("c", 2)
    assert cache.get("b") == 1 and cache.get("c") == 2


@case(level=2, why="without a ttl nothing expires, however late it is")
def no_ttl_means_for_ever(sol):
    clock = Clock()
    cache = filled(sol.FeatureCache(2, None, clock), "a")
    clock.now = 1e12
    assert cache.get("a") == 0


@property(level=2, runs=6, why="long mixed traffic under a moving clock, against the plain list")
def mixed_traffic_with_ttl(sol, rng):
    clock = Clock()
    capacity = int(rng.integers(1, 6))
    cache, model = sol.FeatureCache(capacity, 7.0, clock), Model(capacity, 7.0, clock)
    for _ in range(120):
        clock.now += float(rng.integers(0, 3))
        drive(cache, model, rng)


@case(level=3, visible=True, why="500 round trips are a second: one batch asks the store once, each key once, in order")
def one_load_for_the_batch(sol):
    load = Loader({"b": 1, "c": 2})
    cache = filled(sol.FeatureCache(5), "a")
    assert cache.get_many(["c", "a", "b", "c", "x"], load) == [2, 0, 1, 2, None]
    assert load.asked == [["c", "b", "x"]]
    assert cache.get_many(["b", "c", "a"], load) == [1, 2, 0]
    assert len(load.asked) == 1, "the store was asked although nothing was missing"
    assert len(cache) == 3 and cache.get("x") is None


@case(level=3, why="when the store times out the caller retries: nothing may have been counted or moved")
def a_failed_load_changes_nothing(sol):
    cache = filled(sol.FeatureCache(2), "ab")

    def fails(missing):
        raise TimeoutError("store")

    raises(TimeoutError, cache.get_many, ["a", "z"], fails)
    assert cache.stats() == {"hits": 0, "misses": 0, "evictions": 0}
    cache.put("c", 2)
    assert cache.get("a") is None, "recency changed although the load failed"


@case(level=3, why="a batch larger than the cache is answered whole; what is kept is what came last")
def a_batch_larger_than_the_cache(sol):
    load = Loader({key: key * 10 for key in range(9)})
    cache = sol.FeatureCache(3)
    assert cache.get_many(list(range(8)), load) == [key * 10 for key in range(8)]
    assert [cache.get(key) for key in range(8)] == [None] * 5 + [50, 60, 70]
    assert cache.stats() == {"hits": 3, "misses": 13, "evictions": 5}


@case(level=3, why="dashboards alert on these: expiry is not eviction, and a repeated key counts each time")
def what_is_counted(sol):
    clock = Clock()
    cache = filled(sol.FeatureCache(2, 10.0, clock), "ab")
    cache.get_many(["a", "a", "n", "n"], Loader({}))
    cache.get("q")
    assert cache.stats() == {"hits": 2, "misses": 3, "evictions": 0}
    clock.now = 10.0
    filled(cache, "cd")
    assert cache.stats()["evictions"] == 0
    cache.put("e", 0)
    assert cache.stats()["evictions"] == 1


@case(level=3, why="stats is a report: whoever changes the returned dict must not change the counts")
def stats_are_a_copy(sol):
    cache = sol.FeatureCache(1)
    first = cache.stats()
    cache.get("a")
    assert first["misses"] == 0 and cache.stats()["misses"] == 1
    assert cache.get_many([], Loader({})) == []


@property(
    level=3, runs=8, why="single and batched traffic under a moving clock, against the plain list, counts included"
)
def mixed_traffic_with_batches(sol, rng):
    clock = Clock()
    capacity = int(rng.integers(1, 6))
    cache, model = sol.FeatureCache(capacity, 7.0, clock), Model(capacity, 7.0, clock)
    for _ in range(50):
        clock.now += float(rng.integers(0, 3))
        drive(cache, model, rng)
        clock.now += float(rng.integers(0, 4))  # nothing has swept since
        keys = [int(key) for key in rng.integers(0, 9, size=rng.integers(0, 7))]
        store = {key: int(rng.integers(100)) for key in range(7)}
        ours, theirs = Loader(store), Loader(store)
        assert cache.get_many(keys, ours) == model.get_many(keys, theirs)
        assert ours.asked == theirs.asked
        assert cache.stats() == model.stats()


@case(level=3, why="a full cache evicts on every put: a scan for the oldest entry costs milliseconds a request")
def a_full_cache_stays_fast(sol):
    def load(missing):
        return dict.fromkeys(missing, 1)

    cache = sol.FeatureCache(40_000)
    cache.get_many(list(range(40_000)), load)
    cache.get_many(list(range(40_000, 70_000)), load)  # 30,000 evictions
    assert cache.stats()["evictions"] == 30_000
    assert cache.get(29_999) is None and cache.get(30_000) == 1


class Clock:
    """A clock that the test moves."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


class Loader:
    """A store that remembers what it was asked."""

    def __init__(self, rows):
        self.rows, self.asked = rows, []

    def __call__(self, missing):
        self.asked.append(list(missing))
        return {key: self.rows[key] for key in missing if key in self.rows}


def filled(cache, keys):
    for value, key in enumerate(keys):
        cache.put(key, value)
    return cache


class Model:
    """The same cache as a plain list of [key, value, expiry], least recently used first: slow and obviously right."""

    def __init__(self, capacity, ttl_s=None, clock=lambda: 0.0):
        self.capacity, self.ttl_s, self.clock, self.rows = capacity, ttl_s or np.inf, clock, []
        self.counts = {"hits": 0, "misses": 0, "evictions": 0}

    def alive(self):
        self.rows = [row for row in self.rows if row[2] > self.clock()]
        return self.rows

    def find(self, key):
        return next((row for row in self.alive() if row[0] == key), None)

    def touch(self, row):
        self.rows.remove(row)
        self.rows.append(row)
        return row[1]

    def get(self, key):
        row = self.find(key)
        self.counts["misses" if row is None else "hits"] += 1
        return None if row is None else self.touch(row)

    def put(self, key, value):
        self.rows = [row for row in self.alive() if row[0] != key]
        self.rows.append([key, value, self.clock() + self.ttl_s])
        if len(self.rows) > self.capacity:
            self.rows.pop(0)
            self.counts["evictions"] += 1

    def get_many(self, keys, load):
        rows = {key: self.find(key) for key in keys}
        missing = [key for key, row in rows.items() if row is None]
        loaded = load(missing) if missing else {}
        for key in keys:
            self.counts["misses" if rows[key] is None else "hits"] += 1
            if rows[key] is not None:
                self.touch(rows[key])
        for key in missing:
            if key in loaded:
                self.put(key, loaded[key])
        return [loaded.get(key) if rows[key] is None else rows[key][1] for key in keys]

    def stats(self):
        return dict(self.counts)


def drive(cache, model, rng):
    """One random operation on both, and the same answer from both."""
    key, value = int(rng.integers(0, 8)), int(rng.integers(0, 100))
    if rng.random() < 0.5:
        assert cache.get(key) == model.get(key)
    else:
        cache.put(key, value)
        model.put(key, value)
    assert len(cache) == len(model.alive())
