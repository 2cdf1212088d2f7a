import numpy as np
from holdout_judge import case, close, finite, growth, inout, oracle, property


@case(visible=True, why="the worked example of the prompt: two visible keys share the weight")
def example(sol):
    q, k, v = np.zeros((1, 1, 1, 2)), np.ones((1, 1, 3, 2)), np.array([[[[1.0], [2.0], [9.0]]]])
    close(sol.attention(q, k, v, padding=np.array([[False, False, True]])), np.array([[[[1.5]]]]))


@oracle(runs=25, rtol=1e-6, why="agrees with the reference over batches, heads, lengths, widths and both masks")
def agrees(rng):
    q, k, v = drawn(rng)
    padding = rng.random((len(k), k.shape[2])) < 0.3
    return q, k, v, padding if rng.random() < 0.7 else None, bool(rng.random() < 0.5)


@property(runs=10, why="a hidden key may hold anything: changing it must not move the output")
def hidden_keys_do_not_matter(sol, rng):
    q, k, v = drawn(rng)
    padding = rng.random((len(k), k.shape[2])) < 0.4
    before = sol.attention(q, k, v, padding)
    other_k, other_v = k + 9 * padding[:, None, :, None], v - 7 * padding[:, None, :, None]
    close(sol.attention(q, other_k, other_v, padding), before, rtol=1e-9)
    constant = sol.attention(q, k, np.ones_like(v), padding)
    visible = ~padding.all(axis=1)
    close(constant[visible], np.ones_like(constant[visible]), rtol=1e-9)


@case(why="buffers are not cleared: NaN and infinity in the padding must not leak through a weight of zero")
def garbage_in_the_padding(sol):
    rng = np.random.default_rng(3)
    q, k, v = rng.normal(size=(3, 1, 2, 4, 3))
    padding = np.array([[False, False, True, False]])
    clean = sol.attention(q[None, 0], k[None, 0], v[None, 0], padding)
    for garbage in (np.nan, np.inf, -np.inf):
        dirty_k, dirty_v = k[None, 0].copy(), v[None, 0].copy()
        dirty_k[:, :, 2] = dirty_v[:, :, 2] = garbage
        close(sol.attention(q[None, 0], dirty_k, dirty_v, padding), clean, rtol=1e-9)


@case(why="a padded sentence, and causal queries before the first key, see nothing: zeros, not NaN")
def a_query_that_sees_nothing(sol):
    rng = np.random.default_rng(1)
    q, k, v = rng.normal(size=(3, 2, 2, 3, 4))
    out = sol.attention(q, k, v, np.array([[True] * 3, [False] * 3]))
    assert (out[0] == 0).all() and (out[1] != 0).any()
    out = sol.attention(q, k[:, :, :2], v[:, :, :2], None, True)
    assert (out[:, :, 0] == 0).all()
    close(out[:, :, 1], v[:, :, 0], rtol=1e-9)


@case(why="while generating, one new query attends to all cached keys: the triangle is shifted")
def cached_keys_are_seen(sol):
    rng = np.random.default_rng(2)
    q, k, v = rng.normal(size=(3, 1, 2, 6, 4))
    q, k, v = q[None, 0], k[None, 0], v[None, 0]
    whole = sol.attention(q, k, v, None, True)
    close(sol.attention(q[:, :, 4:], k, v, None, True), whole[:, :, 4:], rtol=1e-9)
    close(sol.attention(q[:, :, -1:], k, v, None, True), sol.attention(q[:, :, -1:], k, v), rtol=1e-9)


@property(runs=5, why="the future must not be seen: changing later keys leaves earlier queries alone")
def the_future_is_not_seen(sol, rng):
    q, k, v = rng.normal(size=(3, 2, 1, 5, 3))
    q, k, v = (array[:, :, None, :].repeat(2, axis=1) for array in (q[:, 0], k[:, 0], v[:, 0]))
    q, k, v = (array.reshape(2, 2, -1, 3).repeat(4, axis=2)[:, :, :4] for array in (q, k, v))
    before = sol.attention(q, k, v, None, True)
    k, v = k.copy(), v.copy()
    k[:, :, 3] += 5
    v[:, :, 3] -= 5
    after = sol.attention(q, k, v, None, True)
    close(after[:, :, :3], before[:, :, :3], rtol=1e-9)
    assert not np.allclose(after[:, :, 3], before[:, :, 3])


@case(why="large norms give scores of ten thousand; the softmax must neither overflow nor vanish")
def large_scores_do_not_overflow(sol):
    rng = np.random.default_rng(5)
    for sign in (1, -1):
        q = np.full((1, 1, 2, 4), 200.0)
        k = sign * (200.0 + rng.normal(size=(1, 1, 3, 4)))
        out = sol.attention(q, k, np.ones((1, 1, 3, 2)))
        assert finite(out)
        close(out, np.ones((1, 1, 2, 2)), rtol=1e-9)
    q = np.array([[[[150.0], [-150.0]]]])  # one query is drawn to each end: their scores differ by tens of thousands
    k = np.array([[[[150.0], [-150.0], [0.0]]]])
    close(sol.attention(q, k, np.array([[[[1.0], [2.0], [3.0]]]])), np.array([[[[1.0], [2.0]]]]), rtol=1e-9)


@case(why="float32 in, float32 out; views from a transposed (b, t, h, d) buffer are what callers have")
def dtypes_and_strides(sol):
    rng = np.random.default_rng(8)
    q, k, v = (rng.normal(size=(2, 5, 3, 4)).astype(np.float32).transpose(0, 2, 1, 3) for _ in range(3))
    padding = np.arange(5)[None, :] >= np.array([[5], [3]])
    got, after = inout(sol.attention, q, k, v, padding, True)
    assert got.dtype == np.float32 and got.shape == (2, 3, 5, 4)
    wide = sol.attention(*(array.astype(np.float64) for array in (q, k, v)), padding, True)
    close(got, wide.astype(np.float32), rtol=1e-4, atol=1e-5)
    for kept, now in zip((q, k, v, padding), after, strict=False):
        close(now, kept)


@case(why="values may be wider or narrower than keys")
def value_width_is_free(sol):
    rng = np.random.default_rng(9)
    q, k = rng.normal(size=(2, 2, 3, 4, 8))
    v = rng.normal(size=(2, 3, 4, 5))
    assert sol.attention(q, k, v).shape == (2, 3, 4, 5)


@growth(sizes=[64, 128, 256, 512], at_most="n^2", why="every query meets every key once, and no more")
def grows_with_the_square(rng, n):
    q, k, v = rng.normal(size=(3, 1, 4, n, 16))
    return q, k, v, None, True


def drawn(rng):
    """q (b, h, t, d), k (b, h, s, d), v (b, h, s, e) of random sizes."""
    b, h, t, s, d, e = (int(n) for n in rng.integers(1, 6, size=6))
    return rng.normal(size=(b, h, t, d)), rng.normal(size=(b, h, s, d)), rng.normal(size=(b, h, s, e))
