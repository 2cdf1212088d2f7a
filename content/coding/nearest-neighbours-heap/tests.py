import numpy as np
from holdout_judge import case, forbid, growth, inout, oracle, raises, stream

for whole_job in ("heapq.nsmallest", "heapq.nlargest"):
    forbid(whole_job, why="keeping the k best is the exercise")


@case(visible=True, why="the worked example of the prompt: b and c tie for the second place, b came first")
def example(sol):
    pairs = points(3.0, 1.0, -1.0, 0.5)
    assert sol.k_nearest(np.array([0.0]), stream(pairs), 2) == [("d", 0.25), ("b", 1.0)]


@case(visible=True, why="a stream shorter than k comes back whole and in order, and an empty one as an empty list")
def short_streams(sol):
    pairs, query = points(3.0, 1.0, 2.0), np.array([0.0])
    whole = [("b", 1.0), ("c", 4.0), ("a", 9.0)]
    for k in (0, 1, 2, 3, 4, 100):
        assert sol.k_nearest(query, stream(pairs), k) == whole[:k]
    assert sol.k_nearest(query, stream([]), 2) == []


@case(why="twins abound: of equally near ones the earlier is kept and comes first, wherever the tie falls")
def ties_by_arrival(sol):
    query = np.array([0.0])
    assert names(sol.k_nearest(query, stream(points(1, 1, 1, 1, 1)), 3)) == "abc"
    assert names(sol.k_nearest(query, stream(points(5, 2, -2, 1, 2, -1)), 4)) == "dfbc"
    assert names(sol.k_nearest(query, stream(points(2, 2, 1, 1, 2, 1)), 4)) == "cdfa"


@case(why="records are dicts or arrays: two equally near ones must not be compared, nor hashed")
def records_of_any_type(sol):
    pairs = [(np.array([1.0, 0.0]), {"text": text}) for text in ("x", "y", "x", "z")]
    got = sol.k_nearest(np.zeros(2), stream(pairs), 3)
    assert got == [({"text": "x"}, 1.0), ({"text": "y"}, 1.0), ({"text": "x"}, 1.0)]


@case(why="squared distances in several dimensions: no root is asked, and none is needed to compare")
def squares_not_roots(sol):
    pairs = [(np.array([3.0, 4.0]), "far"), (np.array([1.0, -1.0]), "near")]
    got = sol.k_nearest(np.zeros(2), stream(pairs), 2)
    assert got == [("near", 2.0), ("far", 25.0)]
    assert all(type(squared) is float for _, squared in got)


@oracle(runs=12, rtol=1e-6, why="agrees with the reference over dimensions, sizes and k, with many ties")
def agrees(rng):
    n, d = int(rng.integers(1, 60)), int(rng.integers(1, 4))
    vectors = rng.integers(-3, 4, size=(n, d)).astype(float)
    return rng.integers(-2, 3, size=d).astype(float), [(v, i) for i, v in enumerate(vectors)], int(rng.integers(1, 20))


@case(why="int8 vectors wrap round at 128 when subtracted or squared in their own dtype")
def quantised_vectors(sol):
    vectors = np.array([[-100, 90], [90, 100], [20, 20]], dtype=np.int8)
    got = sol.k_nearest(np.array([100, 100], dtype=np.int8), stream(zip(vectors, "abc")), 3)
    assert got == [("b", 100.0), ("c", 12800.0), ("a", 40100.0)]


@case(why="embeddings share a large common part: the difference must be taken before the square, and in float64")
def differences_before_squares(sol):
    query = np.array([1e8, 1e8])
    pairs = [(query + np.array([step, 0.0]), name) for step, name in ((0.75, "a"), (0.25, "b"), (0.5, "c"))]
    assert sol.k_nearest(query, stream(pairs), 3) == [("b", 0.0625), ("c", 0.25), ("a", 0.5625)]
    wide = np.array([16777217.0])  # a float32 cannot hold it
    near = [(np.array([step], dtype=np.float32), name) for step, name in ((16777214, "a"), (16777218, "b"))]
    assert sol.k_nearest(wide, stream(near), 2) == [("b", 1.0), ("a", 9.0)]


@case(why="NaN compares false with everything and would quietly spoil the order of the others: refuse it, also late")
def nan_is_refused(sol):
    for bad in range(3):
        vectors = np.array([[1.0, 2.0], [3.0, 4.0], [9.0, 9.0]])
        vectors[bad, 1] = np.nan
        for k in (1, 5):
            raises(ValueError, sol.k_nearest, np.zeros(2), list(zip(vectors, "abc")), k)


@case(why="the next call uses the same query")
def query_stays(sol):
    query = np.array([1.0, 2.0])
    got, (after, *_) = inout(sol.k_nearest, query, [(np.zeros(2), "a"), (np.ones(2), "b")], 1)
    assert got == [("b", 1.0)] and np.array_equal(after, query)
    assert sol.k_nearest(np.array([1, 2]), [(np.zeros(2, dtype=np.float32), "a")], 1) == [("a", 5.0)]


@growth(sizes=[200, 800, 3_200], at_most="1", measure="memory",
        why="two hundred million records do not fit: memory depends on k, not on the stream")  # fmt: skip
def in_constant_memory(rng, n):
    values = rng.permutation(n)
    pairs = ((np.array([float(value)]), f"record {value} ".ljust(5_000, ".")) for value in values)
    return np.zeros(1), stream(pairs, chunk=50), 20


@growth(sizes=[500, 2_000, 8_000], at_most="n log n",
        why="each arrival is nearer than all before: finding whom to drop by a scan costs n × k")  # fmt: skip
def grows_like_a_heap(rng, n):
    return np.zeros(1), [(np.array([float(n - i)]), i) for i in range(n)], n // 4


def points(*values):
    """Points on a line, recorded as a, b, c ..."""
    return [(np.array([float(value)]), "abcdefgh"[at]) for at, value in enumerate(values)]


def names(found):
    return "".join(record for record, _ in found)
