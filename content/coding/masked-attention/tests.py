import numpy as np
from holdout_judge import case, close, finite, forbid, inout, oracle, property

forbid("scipy", why="the softmax over what is seen is the exercise")


@case(visible=True, why="the worked example of the prompt: two visible keys share the weight")
def example(sol):
    q, k, v = np.zeros((1, 1, 1, 2)), np.ones((1, 1, 3, 2)), np.array([[[[1.0], [2.0], [9.0]]]])
    close(sol.attention(q, k, v, padding=np.array([[False, False, True]])), np.array([[[[1.5]]]]))


@oracle(runs=25, rtol=1e-6, why="agrees with the reference over batches, heads, lengths, widths and both masks")
def agrees(rng):
    q, k, v = drawn(rng, rng.integers(1, 6, size=6))
    padding = rng.random((len(k), k.shape[2])) < 0.3
    return q, k, v, padding if rng.random() < 0.7 else None, bool(rng.random() < 0.5)


@property(runs=10, why="padding may hold anything: changing it must not move the output, nor shrink what is left")
def hidden_keys_do_not_matter(sol, rng):
    q, k, v = drawn(rng, rng.integers(1, 6, size=6))
    padding = rng.random((len(k), k.shape[2])) < 0.4
    before = sol.attention(q, k, v, padding)
    other_k, other_v = k + 9 * padding[:, None, :, None], v - 7 * padding[:, None, :, None]
    close(sol.attention(q, other_k, other_v, padding), before, rtol=1e-9)
    constant = sol.attention(q, k, np.ones_like(v), padding)
    visible = ~padding.all(axis=1)
    close(constant[visible], np.ones_like(constant[visible]), rtol=1e-9)


@case(why="buffers are not cleared: NaN and infinity in the padding must not leak through a weight of zero")
def garbage_in_the_padding(sol):
    q, k, v = drawn(np.random.default_rng(3), (1, 2, 4, 4, 3, 3))
    padding = np.array([[False, False, True, False]])
    clean = sol.attention(q, k, v, padding)
    for garbage in (np.nan, np.inf, -np.inf):
        dirty_k, dirty_v = k.copy(), v.copy()
        dirty_k[:, :, 2] = dirty_v[:, :, 2] = garbage
        close(sol.attention(q, dirty_k, dirty_v, padding), clean, rtol=1e-9)


@case(why="a sentence of padding, and causal queries before the first key, see nothing: zeros, not NaN")
def a_query_that_sees_nothing(sol):
    q, k, v = drawn(np.random.default_rng(1), (2, 2, 3, 3, 4, 4))
    out = sol.attention(q, k, v, np.array([[True] * 3, [False] * 3]))
    assert (out[0] == 0).all() and (out[1] != 0).any()
    out = sol.attention(q, k[:, :, :2], v[:, :, :2], None, True)
    assert (out[:, :, 0] == 0).all()
    close(out[:, :, 1], v[:, :, 0], rtol=1e-9)


@case(why="while generating, one new query attends to all cached keys: the triangle is aligned to the end")
def cached_keys_are_seen(sol):
    q, k, v = drawn(np.random.default_rng(2), (1, 2, 6, 6, 4, 4))
    whole = sol.attention(q, k, v, None, True)
    close(sol.attention(q[:, :, 4:], k, v, None, True), whole[:, :, 4:], rtol=1e-9)
    close(sol.attention(q[:, :, -1:], k, v, None, True), sol.attention(q[:, :, -1:], k, v), rtol=1e-9)


@property(runs=5, why="the future must not be seen: changing the last key leaves all queries but the last alone")
def the_future_is_not_seen(sol, rng):
    q, k, v = drawn(rng, (2, 2, 4, 4, 3, 3))
    before = sol.attention(q, k, v, None, True)
    k[:, :, 3] += 5
    v[:, :, 3] -= 5
    after = sol.attention(q, k, v, None, True)
    close(after[:, :, :3], before[:, :, :3], rtol=1e-9)
    assert not np.allclose(after[:, :, 3], before[:, :, 3])


@case(why="large norms give scores of a hundred thousand: exp must not overflow, nor a whole row vanish")
def large_scores_do_not_overflow(sol):
    rng = np.random.default_rng(5)
    for sign in (1, -1):
        q, k = np.full((1, 1, 2, 4), 200.0), sign * (200.0 + rng.normal(size=(1, 1, 3, 4)))
        out = sol.attention(q, k, np.ones((1, 1, 3, 2)))
        assert finite(out)
        close(out, np.ones((1, 1, 2, 2)), rtol=1e-9)


@case(why="a sharp head and a flat one share a batch: what is the largest score of one row means nothing in another")
def rows_have_their_own_scale(sol):
    q = np.array([[[[300.0], [1.0]], [[-300.0], [0.0]]]])
    k = np.array([[[[300.0], [301.0]], [[300.0], [301.0]]]])
    v = np.array([[[[0.0], [1.0]], [[0.0], [1.0]]]])
    even = 1 / (1 + np.exp(-1.0))
    close(sol.attention(q, k, v), np.array([[[[1.0], [even]], [[0.0], [0.5]]]]), rtol=1e-9, atol=1e-12)


@case(why="a hidden key may have the largest score of the row: the visible ones must not underflow because of it")
def hidden_scores_do_not_count(sol):
    q, k, v = np.array([[[[1.0], [1.0]]]]), np.array([[[[2.0], [5000.0]]]]), np.array([[[[3.0], [4.0]]]])
    close(sol.attention(q, k, v, None, True), np.array([[[[3.0], [4.0]]]]), rtol=1e-9)
    close(sol.attention(q, -k, v, np.array([[True, False]])), np.array([[[[4.0], [4.0]]]]), rtol=1e-9)


@case(why="float32 in, float32 out, inputs unchanged; callers pass views of a (b, t, h, d) buffer")
def dtypes_and_strides(sol):
    rng = np.random.default_rng(8)
    q, k, v = (rng.normal(size=(2, 5, 3, 4)).astype(np.float32).transpose(0, 2, 1, 3) for _ in range(3))
    padding = np.arange(5)[None, :] >= np.array([[5], [3]])
    before = [array.copy() for array in (q, k, v, padding)]
    got, after = inout(sol.attention, q, k, v, padding, True)
    assert got.dtype == np.float32
    wide = sol.attention(*(array.astype(np.float64) for array in before[:3]), before[3], True)
    close(got, wide.astype(np.float32), rtol=1e-4, atol=1e-5)
    for now, kept in zip(after, before, strict=False):
        close(now, kept)


@case(why="a batch is many short sentences: a Python loop over their single queries takes seconds")
def many_sentences_at_once(sol):
    q, k, v = (array.astype(np.float32) for array in drawn(np.random.default_rng(6), (2048, 8, 16, 16, 4, 4)))
    out = sol.attention(q, k, v, np.zeros((2048, 16), dtype=bool), True)
    close(out[:, :, 0], v[:, :, 0], rtol=1e-4)
    close(out[7:8], sol.attention(q[7:8], k[7:8], v[7:8], None, True), rtol=1e-4, atol=1e-5)


def drawn(rng, sizes):
    """Normal q (b, h, t, d), k (b, h, s, d), v (b, h, s, e) for sizes (b, h, t, s, d, e)."""
    b, h, t, s, d, e = map(int, sizes)
    return rng.normal(size=(b, h, t, d)), rng.normal(size=(b, h, s, d)), rng.normal(size=(b, h, s, e))
