from itertools import permutations

import numpy as np
from holdout_judge import case, close, forbid, growth, inout, oracle, property

forbid("sklearn", why="the metric is the exercise")
forbid("scipy", why="the metric is the exercise")

D2 = 1 / np.log2(3)  # discount of rank 2


@case(visible=True, why="the worked example of the prompt: two items tie at the top")
def example(sol):
    close(sol.ndcg_at_k(np.array([3, 0, 1]), np.array([0.5, 0.5, 0.1]), 2), 3.5 * (1 + D2) / (7 + D2), rtol=1e-9)


@case(visible=True, why="without ties it is the usual NDCG: 1 for the best order, less for any other")
def without_ties(sol):
    relevance = np.array([2, 0, 1])
    close(sol.ndcg_at_k(relevance, np.array([9.0, 1.0, 5.0]), 3), 1.0, rtol=1e-9)
    close(sol.ndcg_at_k(relevance, np.array([5.0, 9.0, 1.0]), 3), (3 * D2 + 0.5) / (3 + D2), rtol=1e-9)


@case(why="a constant model knows nothing: its value is that of a random order, whatever the order of the rows")
def constant_model(sol):
    relevance = np.array([1, 1, 0, 0])
    for place in range(4):
        close(sol.ndcg_at_k(np.roll(relevance, place), np.zeros(4), 1), 0.5, rtol=1e-9)


@case(why="ties across the cut: the block's items share the ranks that are left above it")
def ties_across_the_cut(sol):
    relevance, scores = np.array([0, 2, 0, 0]), np.array([9.0, 1.0, 1.0, 1.0])
    close(sol.ndcg_at_k(relevance, scores, 2), D2 / 3, rtol=1e-9)


@case(why="the best order is cut at k too, or three good items could never reach 1 at k = 2")
def best_order_is_cut_too(sol):
    close(sol.ndcg_at_k(np.array([1, 1, 1, 0]), np.array([4.0, 3.0, 2.0, 1.0]), 2), 1.0, rtol=1e-9)


@case(why="grades are gains of 2^rel - 1: one perfect item outweighs three fair ones")
def gains_are_exponential(sol):
    close(sol.ndcg_at_k(np.array([3, 1]), np.array([1.0, 2.0]), 2), (1 + 7 * D2) / (7 + D2), rtol=1e-9)
    half = np.array([0.5, 2.0])
    close(sol.ndcg_at_k(half, np.array([2.0, 1.0]), 1), (2**0.5 - 1) / 3, rtol=1e-9)


@case(why="a query without anything relevant has no value: not 0, which would punish the ranker, and not 1")
def nothing_relevant(sol):
    assert np.isnan(sol.ndcg_at_k(np.zeros(3, dtype=int), np.arange(3.0), 2))
    assert np.isnan(sol.ndcg_at_k(np.zeros(0), np.zeros(0), 5))


@case(why="fewer items than k: the ranks that are not there add nothing on either side")
def k_beyond_the_list(sol):
    close(sol.ndcg_at_k(np.array([0, 1]), np.array([2.0, 1.0]), 10), D2, rtol=1e-9)


@case(why="the mean is over queries that have a value; a day without any has none")
def mean_over_queries(sol):
    good, bad = (np.array([1, 0]), np.array([2.0, 1.0])), (np.array([1, 0]), np.array([1.0, 2.0]))
    empty = (np.array([0, 0]), np.array([1.0, 2.0]))
    close(sol.mean_ndcg_at_k([good, bad, empty], 1), 0.5, rtol=1e-9)
    assert np.isnan(sol.mean_ndcg_at_k([empty], 1)) and np.isnan(sol.mean_ndcg_at_k([], 1))


@case(why="scores of -inf and inf are places like others; small grades of type uint8 must not overflow")
def other_values_and_dtypes(sol):
    relevance = np.array([1, 9, 0], dtype=np.uint8)
    got = sol.ndcg_at_k(relevance, np.array([np.inf, -np.inf, 0.0]), 3)
    close(got, (1 + 511 / 2) / (511 + D2), rtol=1e-9)
    assert type(got) is float
    table = np.array([[1.0, 5.0], [0.0, 7.0], [2.0, 7.0]], dtype=np.float32)
    close(sol.ndcg_at_k(table[:, 0], table[:, 1], 1), 0.5, rtol=1e-6)


@case(why="relevance and scores are columns of a log that other metrics read: they stay as they are")
def inputs_stay(sol):
    relevance, scores = np.array([0, 2, 1]), np.array([1.0, 1.0, 3.0])
    _, after = inout(sol.ndcg_at_k, relevance, scores, 2)
    assert after[0].tolist() == [0, 2, 1] and after[1].tolist() == [1.0, 1.0, 3.0]


@property(runs=3, why="the definition itself: the mean DCG over every order that the scores allow")
def mean_over_all_orders(sol, rng):
    relevance, scores, k = rng.integers(0, 4, size=6), rng.integers(0, 2, size=6).astype(float), int(rng.integers(1, 7))
    relevance[0] = 2
    gains = 2.0**relevance - 1
    allowed = [order for order in permutations(range(6)) if (np.diff(scores[list(order)]) <= 0).all()]
    discounts = 1 / np.log2(np.arange(2, 8)) * (np.arange(6) < k)
    expected = np.mean([gains[list(order)] @ discounts for order in allowed]) / (np.sort(gains)[::-1] @ discounts)
    close(sol.ndcg_at_k(relevance, scores, k), float(expected), rtol=1e-9)


@oracle(runs=20, of="ndcg_at_k", rtol=1e-9, why="agrees with the reference over sizes, grades, ties and cuts")
def agrees(rng):
    n = int(rng.integers(1, 60))
    scores = np.round(rng.normal(size=n), int(rng.integers(0, 3)))
    return rng.integers(0, 5, size=n), scores, int(rng.integers(1, 40))


@growth(sizes=[9_000, 27_000, 81_000], at_most="n log n", of="ndcg_at_k",
        why="one sort of the list; comparing each item with all others is quadratic")  # fmt: skip
def grows_like_a_sort(rng, n):
    return rng.integers(0, 5, size=n), rng.integers(0, 256, size=n) / 256, 100
