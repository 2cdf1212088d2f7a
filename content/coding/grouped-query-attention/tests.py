import numpy as np
from holdout_judge import case, close, finite, forbid, growth, inout, oracle, property, raises

forbid("scipy", why="the softmax is part of the exercise")


@case(visible=True, why="the worked example of the prompt: four query heads on two key-value heads")
def example(sol):
    v = np.array([[[[1.0]], [[5.0]]]])
    got = sol.grouped_query_attention(np.zeros((1, 4, 1, 2)), np.ones((1, 2, 1, 2)), v)
    close(got, np.array([[[[1.0]], [[1.0]], [[5.0]], [[5.0]]]]))


@property(visible=True, runs=8, why="a head of its own for each query head, one after the other: the same numbers")
def same_as_head_by_head(sol, rng):
    b, g, r, t, d, e = rng.integers(1, 4, size=6).tolist()
    q, k, v = drawn(rng, b, g * r, g, t, t + int(rng.integers(0, 3)), d, e)
    for causal in (True, False):
        got = sol.grouped_query_attention(q, k, v, causal)
        for i in range(g * r):
            close(got[:, i], one_head(q[:, i], k[:, i // r], v[:, i // r], causal), rtol=1e-9, atol=1e-12)


@case(why="neighbours share a head: query heads 0 and 1 read the first, 2 and 3 the second")
def neighbours_share(sol):
    v = np.arange(3.0).reshape(1, 3, 1, 1)
    got = sol.grouped_query_attention(np.ones((1, 6, 1, 1)), np.ones((1, 3, 1, 1)), v)
    close(got.ravel(), np.array([0.0, 0, 1, 1, 2, 2]))


@case(why="causal is the default, and while decoding the one new query sees the whole cache")
def the_last_query_sees_the_cache(sol):
    q, k, v = drawn(np.random.default_rng(1), 2, 4, 2, 5, 5, 3, 2)
    whole = sol.grouped_query_attention(q, k, v)
    close(sol.grouped_query_attention(q[:, :, 3:], k, v, True), whole[:, :, 3:], rtol=1e-9)
    close(sol.grouped_query_attention(q[:, :, -1:], k, v), sol.grouped_query_attention(q[:, :, -1:], k, v, False))
    first = sol.grouped_query_attention(q, k, v)[:, :, 0]
    close(first, np.repeat(v[:, :, 0], 2, axis=1), rtol=1e-9)


@oracle(runs=10, rtol=1e-9, why="agrees with the reference over groups, one head for all and a head for each")
def agrees(rng):
    g, r = int(rng.integers(1, 4)), int(rng.integers(1, 4))
    b, t, d, e = rng.integers(1, 5, size=4).tolist()
    return *drawn(rng, b, g * r, g, t, t + int(rng.integers(0, 4)), d, e), bool(rng.random() < 0.5)


@case(why="heads that do not divide evenly are a mistake in a configuration: some head would serve nobody")
def heads_must_divide(sol):
    for h, g in ((3, 2), (2, 4), (5, 3)):
        raises(ValueError, sol.grouped_query_attention, *drawn(np.random.default_rng(2), 1, h, g, 2, 2, 2, 2))


@case(why="scores of a hundred thousand, and each row with its own scale: exp must not overflow, no row vanish")
def large_scores(sol):
    q = np.array([[[[300.0], [1.0]], [[-300.0], [0.0]]]])
    k, v = np.array([[[[300.0], [301.0]]]]), np.array([[[[0.0], [1.0]]]])
    even = 1 / (1 + np.exp(-1.0))
    got = sol.grouped_query_attention(q, k, v, False)
    assert finite(got)
    close(got, np.array([[[[1.0], [even]], [[0.0], [0.5]]]]), rtol=1e-9, atol=1e-12)


@case(why="float16 ends at 65,504 and has three digits: what lies between its input and its output is float32")
def half_precision(sol):
    rng = np.random.default_rng(3)
    q, k, v = (array.astype(np.float16) for array in drawn(rng, 1, 4, 2, 6, 6, 4, 3))
    q, k = q * np.float16(200), k * np.float16(300)
    wide = sol.grouped_query_attention(*(array.astype(np.float64) for array in (q, k, v)))
    got = sol.grouped_query_attention(q, k, v)
    assert got.dtype == np.float16 and finite(got)
    close(got, wide.astype(np.float16), rtol=2e-3, atol=2e-3)
    flat = sol.grouped_query_attention(np.zeros_like(q), k, v)
    means = np.cumsum(np.repeat(v, 2, axis=1).astype(float), axis=2) / np.arange(1, 7)[:, None]
    close(flat, means.astype(np.float16), rtol=2e-3, atol=2e-3)


@case(why="float32 in, float32 out; callers pass read-only views of a (b, t, h, d) buffer and go on using it")
def dtypes_and_inputs(sol):
    rng = np.random.default_rng(4)
    q, k, v = (rng.normal(size=(2, 5, heads, 4)).astype(np.float32).transpose(0, 2, 1, 3) for heads in (6, 2, 2))
    for array in (q, k, v):
        array.flags.writeable = False
    got, after = inout(sol.grouped_query_attention, q, k, v)
    assert got.dtype == np.float32
    wide = sol.grouped_query_attention(*(array.astype(np.float64) for array in (q, k, v)))
    close(got, wide.astype(np.float32), rtol=1e-4, atol=1e-5)
    for now, kept in zip(after, (q, k, v), strict=True):
        close(now, kept)


@growth(sizes=[2, 8, 16], at_most="1", measure="memory",
        why="shared heads save a cache; a copy of it for each query head spends it again")  # fmt: skip
def the_cache_is_not_copied(rng, served):
    q, k, v = drawn(rng, 1, 2 * served, 2, 1, 256, 256, 256)
    return q, k, v


def drawn(rng, b, h, g, t, s, d, e):
    return rng.normal(size=(b, h, t, d)), rng.normal(size=(b, g, s, d)), rng.normal(size=(b, g, s, e))


def one_head(q, k, v, causal):
    t, s = q.shape[1], k.shape[1]
    scores = q @ k.transpose(0, 2, 1) / np.sqrt(q.shape[2])
    scores = np.where(np.arange(s) <= np.arange(t)[:, None] + (s - t if causal else s), scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=2)[:, :, None])
    return weights @ v / weights.sum(axis=2)[:, :, None]
