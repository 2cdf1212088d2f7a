import numpy as np
from holdout_judge import case, close, forbid, growth, inout, oracle, property, raises

forbid("sklearn", why="Lloyd's algorithm is the exercise")
forbid("scipy", why="Lloyd's algorithm is the exercise")


@case(visible=True, why="the worked example of the prompt: an empty cell is filled, and then two clean pairs are found")
def example(sol):
    agree(sol.kmeans(column(0, 1, 10, 11), column(0, 100)), [[0.5], [10.5]], [0, 0, 1, 1], [182 / 3, 1.0])


@case(visible=True, why="from good starting centres it is plain Lloyd: assign, average, stop when nothing moves")
def plain_lloyd(sol):
    points = np.array([[0.0, 0.0], [0.0, 2.0], [10.0, 0.0], [10.0, 2.0]])
    agree(sol.kmeans(points, points[[0, 2]]), [[0.0, 1.0], [10.0, 1.0]], [0, 0, 1, 1], [4.0])


@case(why="an empty cell became a NaN centre in last night's build; it takes the farthest point instead")
def empty_cell_takes_the_farthest_point(sol):
    agree(sol.kmeans(column(0, 1, 3, 8), column(1, 50), 1), [[4 / 3], [8.0]], [0, 0, 0, 1], [14 / 3])


@case(why="two starting centres far from all data: the lower index takes the farthest point, the next the second")
def two_empty_cells(sol):
    agree(sol.kmeans(column(0, 1, 5, 9), column(0, 50, 60), 1), [[0.5], [9.0], [5.0]], [0, 0, 2, 1], [0.5])


@case(why="an outlier alone in its cell is the farthest point of all, but taking it would only move the hole")
def lone_outlier_keeps_its_cell(sol):
    agree(sol.kmeans(column(0, 1, 2, 100), column(0, 90, 500), 1), [[0.5], [100.0], [2.0]], [0, 0, 2, 1], [0.5])


@case(why="a cell of two can spare one point, not two: sizes change while holes are filled")
def a_pair_can_spare_one(sol):
    got = sol.kmeans(column(0, 1, 4, 20, 26), column(0, 36, 900, 950), 1)
    agree(got, [[0.5], [26.0], [20.0], [4.0]], [0, 0, 3, 2, 1], [0.5])


@case(why="quantised vectors are often equally near: the lowest index wins, or two builds of the same data differ")
def ties_go_to_the_lowest_index(sol):
    agree(sol.kmeans(column(-2, 0, 2), column(1, -1), 1), [[1.0], [-2.0]], [1, 0, 0], [2.0])
    agree(sol.kmeans(column(-2, 0, 2), column(0, 50), 1), [[1.0], [-2.0]], [1, 0, 0], [2.0])


@case(why="a catalogue full of one default vector: distances are all zero, yet every cell gets a point and it ends")
def identical_points(sol):
    agree(sol.kmeans(np.full((5, 2), 7.0), np.zeros((3, 2))), [[7.0, 7.0]] * 3, [1, 2, 0, 0, 0], [0.0])


@case(why="the smallest builds: one point, one cell, as many cells as points")
def smallest_builds(sol):
    agree(sol.kmeans(column(3), column(9)), [[3.0]], [0], [0.0])
    agree(sol.kmeans(column(1, 2, 6), column(0)), [[3.0]], [0, 0, 0], [14.0])
    agree(sol.kmeans(column(5, 1, 9), column(0, 0, 0)), [[1.0], [9.0], [5.0]], [2, 0, 1], [0.0])


@case(why="more cells than points cannot all be filled; looking for a point to spare would never succeed")
def more_cells_than_points(sol):
    raises(ValueError, sol.kmeans, column(1, 2), column(1, 2, 3))


@case(why="what comes back belongs together even when it was cut short: centres are the means of the labels")
def cut_short(sol):
    points, start = np.arange(1001.0)[:, None], column(0, 1)
    for updates in (1, 2, 5):
        centres, labels, inertias = sol.kmeans(points, start, updates)
        assert len(inertias) == updates
        belongs_together(points, centres, labels, inertias)


@case(why="inertia hardly falls for many rounds while centres still travel: the stop is when no label changes")
def slow_start_is_followed_to_the_end(sol):
    points = np.arange(1001.0)[:, None]
    centres, labels, inertias = sol.kmeans(points, column(0, 1))
    settled(points, centres, labels)
    again = sol.kmeans(points, centres)
    agree(again, centres, labels, inertias[-1:])


@case(why="a nightly job has a budget: a hundred updates when the caller names none, then the best so far")
def hundred_updates_by_default(sol):
    points = (1.02 ** np.arange(300))[:, None]  # would settle after 128
    centres, labels, inertias = sol.kmeans(points, points[:15])
    assert len(inertias) == 100
    belongs_together(points, centres, labels, inertias)


@property(runs=10, why="whatever the start: no cell is empty, centres are means, and inertia never rises")
def laws_of_lloyd(sol, rng):
    k = int(rng.integers(1, 9))
    points = rng.integers(0, 5, size=(int(rng.integers(k, 60)), 2)).astype(float)  # many duplicates
    centres, labels, inertias = sol.kmeans(points, rng.normal(scale=20, size=(k, 2)))
    belongs_together(points, centres, labels, inertias)
    assert (np.bincount(labels, minlength=k) > 0).all(), "a cell is empty"
    assert (np.diff(inertias) <= 1e-9).all(), "inertia rose"


@oracle(
    runs=15, rtol=1e-7, why="agrees with the reference from bad starts, over sizes, dimensions and numbers of cells"
)
def agrees(rng):
    d, k = int(rng.integers(1, 6)), int(rng.integers(1, 12))
    points = rng.normal(size=(int(rng.integers(k, 200)), d)) + 4 * rng.integers(0, 3, size=d)
    return points, rng.normal(scale=6, size=(k, d)), int(rng.integers(1, 30))


@property(runs=5, why="embeddings share a large common part; squares of 1e8 leave no digit for differences of 1")
def far_from_the_origin(sol, rng):
    points = np.round(rng.normal(size=(120, 3)) * 64) / 64
    near = sol.kmeans(points, points[:6])
    far = sol.kmeans(points + 1e8, points[:6] + 1e8)
    assert np.array_equal(near[1], far[1])
    close(far[0] - 1e8, near[0], atol=1e-6)


@property(runs=3, why="thousands of float32 values added up in float32 lose the mean: compute in float64")
def float32_is_summed_in_float64(sol, rng):
    points = (1000 + rng.normal(size=(30_000, 2))).astype(np.float32)
    centres, labels, _ = sol.kmeans(points, points[:1], 2)
    assert centres.dtype == np.float64
    assert np.allclose(centres[0], points.astype(np.float64).mean(axis=0), rtol=1e-10, atol=0)


@case(why="vectors quantised to int8 go in, and the mean of integers is not an integer")
def quantised_vectors(sol):
    points = np.array([[-100], [-99], [100], [120], [127]], dtype=np.int8)
    agree(sol.kmeans(points, points[[0, 4]]), [[-99.5], [347 / 3]], [0, 0, 1, 1, 1], [0.5 + 1178 / 3])


@property(runs=3, why="the caller goes on using its arrays, which may be views of a larger table")
def inputs_are_left_alone(sol, rng):
    table, start = rng.normal(size=(80, 6)), rng.normal(scale=9, size=(4, 3))
    points = table[::2, ::2]
    got, (points_after, start_after) = inout(sol.kmeans, points, start)
    assert np.array_equal(points_after, points) and np.array_equal(start_after, start)
    agree(sol.kmeans(np.asfortranarray(points), start), *got)


@growth(sizes=[48, 96, 160], at_most="n^2", measure="memory", why="an n × k × d table of differences does not fit")
def no_third_axis(rng, size):
    points = rng.normal(size=(4 * size, size))
    return points, points[:size], 2


def column(*values):
    """Points on a line, (n, 1)."""
    return np.array(values, dtype=float)[:, None]


def agree(got, centres, labels, inertias):
    """All three results, in their kinds."""
    assert len(got) == 3, "centres, labels and inertias were expected"
    assert got[0].dtype == np.float64 and got[1].dtype.kind in "iu", "dtypes: float64 centres, integer labels"
    close(got[0], np.asarray(centres))
    close(got[1], np.asarray(labels))
    close(list(got[2]), list(inertias))


def belongs_together(points, centres, labels, inertias):
    """Centres are the means of the labels, and the last inertia is theirs."""
    for cell in range(len(centres)):
        close(centres[cell], points[labels == cell].mean(axis=0), atol=1e-9)
    close(inertias[-1], float(((points - centres[labels]) ** 2).sum()), atol=1e-9)


def settled(points, centres, labels):
    """Every point is with the nearest centre."""
    distances = ((points[:, None] - centres) ** 2).sum(axis=2)
    assert np.array_equal(distances.argmin(axis=1), labels), "a point is nearer to another centre"
