import numpy as np
from holdout_judge import case, close, finite, inout, oracle, property


@case(visible=True, why="the worked example of the prompt: one place each, and a token that finds both experts taken")
def example(sol):
    logits = np.log([[0.7, 0.2, 0.1], [0.6, 0.3, 0.1], [0.1, 0.8, 0.1]])
    weights, experts, slots, balance = sol.route(logits, 2, 1)
    close(experts, np.array([[0, 1], [0, 1], [1, 0]]))
    close(slots, np.array([[0, -1], [-1, -1], [0, -1]]))
    close(weights, np.array([[7 / 9, 0.0], [0.0, 0.0], [8 / 9, 0.0]]), rtol=1e-9)
    close(balance, 1.35, rtol=1e-9)


@case(visible=True, why="a second choice of the first token must not push out the first choice of the last")
def first_choices_come_first(sol):
    logits = np.array([[2.0, 1.0, 0.0], [0.0, 2.0, 1.0], [0.0, 2.0, 1.0]])
    _, experts, slots, _ = sol.route(logits, 2, 2)
    close(experts, np.array([[0, 1], [1, 2], [1, 2]]))
    close(slots, np.array([[0, -1], [0, 0], [1, 1]]))


@oracle(runs=12, rtol=1e-9, why="agrees with the reference over tokens, experts, choices, capacities and tied logits")
def agrees(rng):
    n, e = int(rng.integers(1, 12)), int(rng.integers(1, 6))
    logits = np.round(rng.normal(size=(n, e)), int(rng.integers(0, 9)))
    return logits, int(rng.integers(1, e + 1)), int(rng.integers(1, 5))


@property(runs=4, why="a buffer's places are handed out one by one, in order of asking, and never to two tokens")
def buffers_fill_in_order(sol, rng):
    n, e, k, capacity = 9, 4, 3, 4
    _, experts, slots, _ = sol.route(rng.normal(size=(n, e)), k, capacity)
    length = [0] * e
    for rank in range(k):
        for token in range(n):
            expert = int(experts[token, rank])
            assert slots[token, rank] == (length[expert] if length[expert] < capacity else -1)
            length[expert] += 1


@case(why="a dropped choice did no work: its weight is 0, and what is left is not scaled up")
def dropped_choices_do_not_count(sol):
    p = 1 / (1 + np.exp(-1.0))
    logits = np.array([[1.0, 0.0], [1.0, 0.0]])
    weights, _, slots, _ = sol.route(logits, 2, 1)
    close(slots, np.array([[0, 0], [-1, -1]]))
    close(weights, np.array([[p, 1 - p], [0, 0]]), rtol=1e-9)
    weights, _, slots, _ = sol.route(np.array([[1.0, 0.0], [0.0, 1.0]]), 2, 1)
    close(slots, np.array([[0, -1], [0, -1]]))
    close(weights, np.array([[p, 0], [p, 0]]), rtol=1e-9)


@case(why="padding tokens are all alike and so are their logits: the lower expert first, whatever the sort")
def ties_go_to_the_lower_expert(sol):
    weights, experts, slots, balance = sol.route(np.zeros((40, 64)), 3, 30)
    token = np.arange(40)[:, None]
    close(experts, np.tile([0, 1, 2], (40, 1)))
    close(slots, np.tile(np.where(token < 30, token, -1), (1, 3)))
    close(weights, np.tile(np.where(token < 30, 1 / 3, 0.0), (1, 3)), rtol=1e-9)
    close(balance, 1.0, rtol=1e-9)
    logits = np.random.default_rng(1).integers(-1, 2, size=(40, 64))
    order = np.argsort(np.arange(64) - 64 * logits, axis=1)
    close(sol.route(logits.astype(float), 30, 9)[1], order[:, :30])


@case(why="an expert that is down has logit -inf and p = 0; so has one that is merely far behind, but it can be asked")
def switched_off_experts(sol):
    off = -np.inf
    logits = np.array([[off, 1.0, off, 0.5], [off, 0.0, -2000.0, -1000.0], [3.0, off, 2.0, off]])
    weights, experts, slots, balance = sol.route(logits, 2, 9)
    close(experts, np.array([[1, 3], [1, 3], [0, 2]]))
    close(slots, np.array([[0, 0], [1, 1], [0, 0]]))
    assert finite(weights) and np.isfinite(balance)
    close(weights[1], np.array([1.0, 0.0]), atol=1e-12)
    _, experts, *_ = sol.route(logits[1:2], 3, 9)
    close(experts, np.array([[1, 3, 2]]))


@case(why="router logits grow without bound in long runs: a softmax that overflows sends every token to NaN")
def large_logits_do_not_overflow(sol):
    logits = np.array([[3000.0, 2999.0, -3000.0], [-5000.0, -5001.0, -5002.0]])
    weights, experts, _, balance = sol.route(logits, 2, 4)
    p = 1 / (1 + np.exp(-1.0))
    close(experts, np.array([[0, 1], [0, 1]]))
    close(weights, np.array([[p, 1 - p], [p, 1 - p]]), rtol=1e-9)
    assert np.isfinite(balance)


@property(runs=3, why="the loss shows what was asked for, so that a full expert still looks too popular")
def the_loss_counts_what_was_asked(sol, rng):
    logits = rng.normal(size=(30, 5)) + np.array([2.0, 0, 0, 0, 0])
    p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    for capacity in (30, 3):
        _, experts, _, balance = sol.route(logits, 2, capacity)
        share = np.bincount(experts.ravel(), minlength=5) / 60
        assert type(balance) is float
        close(balance, float(5 * (share * p.mean(axis=0)).sum()), rtol=1e-9)


@case(why="one token and one expert, every expert chosen, and more places than tokens are the ends of the range")
def ends_of_the_range(sol):
    weights, experts, slots, balance = sol.route(np.array([[-7.0]]), 1, 5)
    assert weights == experts + 1 == slots + 1 == 1 and balance == 1.0
    weights, experts, slots, _ = sol.route(np.array([[0.0, 2.0, 1.0]] * 2), 3, 2)
    close(experts, np.array([[1, 2, 0]] * 2))
    close(slots, np.array([[0, 0, 0], [1, 1, 1]]))
    close(weights.sum(axis=1), np.ones(2), rtol=1e-9)


@case(why="logits come as half floats or as a view, and go to another loss next: weights keep their dtype, sums do not")
def dtypes_and_views(sol):
    for dtype in (np.float16, np.float32):
        logits = np.random.default_rng(2).normal(size=(8, 600)).astype(dtype).T
        kept = logits.copy()
        (weights, experts, slots, balance), (after, *_) = inout(sol.route, logits, 2, 90)
        exact = kept.astype(np.float64)
        p = np.exp(exact) / np.exp(exact).sum(axis=1, keepdims=True)
        share = np.bincount(experts.ravel(), minlength=8) / 1200
        top = np.take_along_axis(p, experts, axis=1)
        assert weights.dtype == dtype and experts.dtype == slots.dtype == np.int64
        close(balance, float(8 * (share * p.mean(axis=0)).sum()), rtol=1e-9)
        close(weights, (top / top.sum(axis=1, keepdims=True) * (slots >= 0)).astype(dtype))
        close(after, kept)


@case(why="a step has many tokens: a table of all pairs of these is more than a gigabyte of booleans")
def no_table_of_pairs(sol):
    n, capacity = 40_000, 15_000
    _, experts, slots, _ = sol.route(np.random.default_rng(7).normal(size=(n, 2)), 1, capacity)
    for expert in range(2):
        got = slots[experts == expert]
        place = np.arange(len(got))
        close(got, np.where(place < capacity, place, -1))
