import numpy as np
from holdout_judge import case, close, finite, forbid, growth, inout, oracle, property

forbid("torchvision", why="its nms is the exercise")


@case(visible=True, why="the worked example of the prompt")
def example(sol):
    boxes = np.array([[0, 0, 4, 2], [1, 0, 5, 2], [2, 0, 6, 2], [0, 0, 4, 2]], dtype=float)
    close(sol.iou(boxes[:1], boxes), np.array([[1, 0.6, 1 / 3, 1]]), rtol=1e-9)
    kept = sol.nms(boxes, np.array([0.9, 0.8, 0.7, 0.6]), np.array([5, 5, 5, 8]), 0.5, 10)
    close(kept, np.array([0, 2, 3]))


@case(visible=True, why="boxes that only touch, or lie diagonally apart, share nothing: two negative sides are no area")
def boxes_apart(sol):
    a = np.array([[0.0, 0, 2, 2]])
    b = np.array([[2.0, 0, 4, 2], [3, 3, 5, 5], [-9, -9, -7, -7], [3, 0, 5, 2], [0, 5, 2, 6]])
    close(sol.iou(a, b), np.zeros((1, 5)))
    close(sol.iou(b, a), np.zeros((5, 1)))


@case(why="boxes without area overlap nothing, not even themselves: 0, and not NaN")
def empty_boxes(sol):
    empty = np.array([[1.0, 1, 1, 3], [3, 3, 1, 1], [3, 1, 1, 3], [2, 2, 2, 2]])
    around = np.array([[0.0, 0, 4, 4]])
    for got in (sol.iou(empty, empty), sol.iou(empty, around), sol.iou(around, empty)):
        assert finite(got) and (got == 0).all()
    assert sol.iou(around, around).tolist() == [[1.0]]
    kept = sol.nms(empty, np.array([4.0, 3.0, 2.0, 1.0]), np.zeros(4, dtype=int), 0.0, 9)
    close(kept, np.arange(4))


@oracle(runs=10, of="iou", rtol=1e-9, why="agrees with the reference over boxes of either sign, one inside another too")
def overlaps_agree(rng):
    return drawn(rng, int(rng.integers(1, 9))), drawn(rng, int(rng.integers(1, 9)))


@case(why="a box that was removed must not remove others: the third overlaps only with the second, which is gone")
def the_removed_do_not_remove(sol):
    boxes = np.array([[0.0, 0, 10, 1], [4, 0, 14, 1], [8, 0, 18, 1], [12, 0, 22, 1]])
    kept = sol.nms(boxes, np.array([0.9, 0.8, 0.7, 0.6]), np.zeros(4, dtype=int), 0.4, 9)
    close(kept, np.array([0, 2]))


@case(why="an overlap of exactly the threshold stays, one above it goes")
def exactly_the_threshold(sol):
    boxes = np.array([[0.0, 0, 2, 2], [0, 1, 2, 3], [0, 0, 1, 2]])
    classes = np.zeros(3, dtype=int)
    close(sol.nms(boxes, np.array([3.0, 1.0, 2.0]), classes, 0.5, 9), np.array([0, 2, 1]))
    close(sol.nms(boxes, np.array([3.0, 1.0, 2.0]), classes, 0.49, 9), np.array([0, 1]))


@case(why="equal scores are common after quantisation: the lower index goes first, so that a frame has one answer")
def ties_by_index(sol):
    boxes = np.array([[0.0, 0, 2, 2], [0, 0, 2, 2], [5, 5, 6, 6], [0, 0, 2, 2]])
    close(sol.nms(boxes, np.array([0.5, 0.5, 0.5, 0.5]), np.zeros(4, dtype=int), 0.5, 9), np.array([0, 2]))
    close(sol.nms(boxes, np.array([0.5, 0.7, 0.7, 0.7]), np.zeros(4, dtype=int), 0.5, 9), np.array([1, 2]))


@case(why="a can in front of a carton: other classes stay, wherever the boxes lie and whatever the class is called")
def classes_are_apart(sol):
    boxes = np.array([[-30.0, 0, -10, 20], [-30, 0, -10, 20], [-30, 0, -10, 20], [10, 0, 30, 20], [-10, 0, 10, 20]])
    scores = np.array([0.5, 0.9, 0.8, 0.7, 0.6])
    close(sol.nms(boxes, scores, np.array([0, 2, 2, 1, 1]), 0.3, 9), np.array([1, 3, 4, 0]))
    close(sol.nms(boxes, scores, np.array([-1, 2**40, 7, -1, -2]), 0.3, 9), np.array([1, 2, 3, 4, 0]))
    far = np.array([[0.0, 0, 1, 1], [-100, 0, -99, 1]])
    close(sol.nms(far, np.array([2.0, 1.0]), np.array([1, 0]), 0.1, 9), np.array([0, 1]))
    shifted = np.array([[0.0, 0, 20, 20], [-20, -20, 0, 0], [20, 20, 40, 40]])
    close(sol.nms(shifted, np.array([3.0, 2.0, 1.0]), np.array([0, 1, 0]), 0.1, 9), np.array([0, 1, 2]))


@case(why="a frame without proposals, and a limit that cuts the list: what is kept first stays first")
def limits(sol):
    none = sol.nms(np.zeros((0, 4)), np.zeros(0), np.zeros(0, dtype=int), 0.5, 9)
    close(none, np.array([], dtype=np.int64))
    boxes = np.array([[0.0, 0, 1, 1], [2, 0, 3, 1], [4, 0, 5, 1], [0, 0, 1, 1]])
    scores, classes = np.array([-1.0, 3.0, 0.0, -2.0]), np.zeros(4, dtype=int)
    close(sol.nms(boxes, scores, classes, 0.5, 9), np.array([1, 2, 0]))
    close(sol.nms(boxes, scores, classes, 0.5, 2), np.array([1, 2]))
    close(sol.nms(boxes, scores, classes, 0.5, 0), np.array([], dtype=np.int64))
    close(sol.nms(boxes, scores, classes, 1.0, 9), np.array([1, 2, 0, 3]))


@oracle(runs=10, of="nms", why="agrees with the reference over crowds of boxes, classes, ties and thresholds")
def suppression_agrees(rng):
    n = int(rng.integers(1, 40))
    return (
        drawn(rng, n), np.round(rng.random(n), 1), rng.integers(0, 3, size=n), float(rng.choice([0, 0.3, 0.6])), 30
    )  # fmt: skip


@property(runs=2, why="float32 boxes of a panorama: computed in float64, and the inputs stay as they are")
def dtypes(sol, rng):
    left = rng.uniform(30_000, 30_002, size=(6, 2)).astype(np.float32)  # near enough to overlap, in odd fractions
    boxes = np.concatenate([left, left + rng.uniform(2, 4, size=(6, 2)).astype(np.float32)], axis=1)
    scores, classes = rng.random(6).astype(np.float32), np.zeros(6, dtype=np.int32)
    for array in (boxes, scores, classes):
        array.flags.writeable = False
    got, (after, _) = inout(sol.iou, boxes, boxes[::2])
    close(got, sol.iou(boxes.astype(np.float64), boxes[::2].astype(np.float64)), rtol=1e-12)
    close(after, boxes)
    assert got.dtype == np.float64
    kept, (_, after, *_) = inout(sol.nms, boxes, scores, classes, 1.0, 9)
    assert kept.dtype == np.int64 and len(kept) == 6
    close(after, scores)


@growth(sizes=[200, 400, 800], at_most="n", measure="memory", of="nms",
        why="a crowded frame brings 50,000 boxes: a table of all their pairs takes 20 GB")  # fmt: skip
def no_table_of_pairs(rng, n):
    return drawn(rng, n), rng.random(n), rng.integers(0, 3, size=n), 0.3, 20


def drawn(rng, n):
    low = rng.uniform(-5, 5, size=(n, 2))
    return np.concatenate([low, low + rng.uniform(0.1, 6, size=(n, 2))], axis=1)
