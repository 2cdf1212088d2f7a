import numpy as np
from holdout_judge import case, close, finite, inout, oracle, property


@case(
    visible=True,
    fault="masked-after-softmax",
    why="the weights of a query add up to 1 over what it sees: the future takes no share of them",
)
def weights_add_up(sol):
    nothing = np.zeros((1, 3), dtype=bool)
    got = sol.attention_weights(np.zeros((1, 1, 3, 2)), np.zeros((1, 1, 3, 2)), nothing)
    close(got[0, 0], np.array([[1, 0, 0], [1 / 2, 1 / 2, 0], [1 / 3, 1 / 3, 1 / 3]]), rtol=1e-9)
    q, k = np.random.default_rng(1).normal(size=(2, 2, 2, 5, 3))
    close(sol.attention_weights(q, k, np.zeros((2, 5), dtype=bool)).sum(axis=-1), np.ones((2, 2, 5)), rtol=1e-9)


@case(
    visible=True,
    fault="heads-by-reshape",
    why="head 0 holds the first columns of every token, and no head holds a piece of two tokens",
)
def heads_hold_columns(sol):
    x = np.arange(12.0).reshape(1, 3, 4)
    close(sol.split_heads(x, 2)[0, 0], np.array([[0.0, 1], [4, 5], [8, 9]]))
    close(sol.split_heads(x, 2)[0, 1], np.array([[2.0, 3], [6, 7], [10, 11]]))
    wide = np.random.default_rng(2).normal(size=(2, 3, 6))
    for heads in (1, 2, 3, 6):
        close(sol.split_heads(wide, heads)[:, heads - 1, 1], wide[:, 1, 6 - 6 // heads :])
        close(sol.merge_heads(sol.split_heads(wide, heads)), wide)


@case(fault="padding-hides-queries", why="padding in front of a sentence is seen by nobody, and hides nobody's view")
def padded_keys_weigh_nothing(sol):
    q, k = np.random.default_rng(3).normal(size=(2, 2, 2, 4, 3))
    padding = np.array([[True, False, True, False], [False, False, False, True]])
    got = sol.attention_weights(q, k, padding)
    assert (got[0, :, :, [0, 2]] == 0).all() and (got[1, :, :, 3] == 0).all()
    assert (got[0, :, 2, 1] > 0).all() and (got[1, :, 3, :3] > 0).all(), "a padded query still sees the real keys"


@property(runs=3, fault="norm-over-tokens", why="a token is normalised by itself: what the others are must not move it")
def tokens_are_normalised_alone(sol, rng):
    x, gain, bias = rng.normal(2, 3, size=(2, 4, 5)), rng.normal(size=5), rng.normal(size=5)
    whole = sol.layer_norm(x, gain, bias)
    close(whole[:, 1:2], sol.layer_norm(x[:, 1:2], gain, bias), rtol=1e-9)
    plain = sol.layer_norm(x, np.ones(5), np.zeros(5))
    close(plain.mean(axis=2), np.zeros((2, 4)), atol=1e-9)
    close(plain.std(axis=2), np.ones((2, 4)), rtol=1e-4)


@case(fault="residual-of-the-norm", why="with an output projection of zeros a block changes nothing: x passes through")
def the_stream_passes_through(sol):
    rng = np.random.default_rng(4)
    x, params = rng.normal(3, 2, size=(2, 3, 4)), drawn(rng, 4)
    params["w_out"] = np.zeros((4, 4))
    close(sol.block(x, params, 2, np.zeros((2, 3), dtype=bool)), x, rtol=1e-12)


@case(why="padding only, or before the first real token: weights of 0, and not NaN, which would spread from there")
def queries_that_see_nothing(sol):
    q, k = np.random.default_rng(5).normal(size=(2, 2, 1, 3, 2))
    got = sol.attention_weights(q, k, np.array([[True, True, True], [True, False, False]]))
    assert finite(got) and (got[0] == 0).all() and (got[1, :, 0] == 0).all()
    close(got[1, :, 1], np.array([[0.0, 1.0, 0.0]]), rtol=1e-9)


@case(why="scores of a hundred thousand, and hidden ones that are larger still: visible weights must not underflow")
def large_scores(sol):
    nothing = np.zeros((1, 3), dtype=bool)
    q, k = np.full((1, 1, 3, 1), 100.0), np.array([[[[1000.0], [1000.0], [5000.0]]]])
    close(sol.attention_weights(q, k, nothing)[0, 0, 1], np.array([0.5, 0.5, 0.0]), rtol=1e-9)
    close(sol.attention_weights(-q, k, nothing)[0, 0, 2], np.array([0.5, 0.5, 0.0]), rtol=1e-9)
    k[0, 0, 1] = 0
    got = sol.attention_weights(np.array([[[[100.0], [0.0], [0.0]]]]), k, nothing)
    close(got[0, 0, 1], np.array([0.5, 0.5, 0.0]), rtol=1e-9)


@oracle(runs=6, of="attention_weights", rtol=1e-9, why="agrees with the reference over heads, lengths and padding")
def weights_agree(rng):
    b, h, t, d = rng.integers(1, 5, size=4).tolist()
    return rng.normal(size=(b, h, t, d)), rng.normal(size=(b, h, t, d)), rng.random((b, t)) < 0.3


@case(why="a token without spread, such as a zero embedding, is divided by the root of 1e-5, not by 0")
def constant_tokens(sol):
    x = np.array([[[7.0, 7, 7], [0.0, 0, 0.003]]])
    got = sol.layer_norm(x, np.array([1.0, 2, 3]), np.array([0.5, 0, 0]))
    close(got[0, 0], np.array([0.5, 0, 0]), atol=1e-12)
    spread = np.sqrt(2e-6 + 1e-5)
    close(got[0, 1], np.array([-0.001 / spread + 0.5, -0.002 / spread, 0.006 / spread]), rtol=1e-9)


@property(runs=3, why="the whole block: a later token, or a padded one, must not move any other token's output")
def nothing_leaks(sol, rng):
    x, params, padding = rng.normal(size=(2, 5, 6)), drawn(rng, 6), np.zeros((2, 5), dtype=bool)
    padding[0, 1] = True
    before = sol.block(x, params, 3, padding)
    changed = x.copy()
    changed[:, 4] = rng.normal(size=(2, 6))  # a plain shift would vanish in the norm
    changed[0, 1] = rng.normal(size=6)
    after = sol.block(changed, params, 3, padding)
    close(after[0, [0, 2, 3]], before[0, [0, 2, 3]], rtol=1e-9)
    close(after[1, :4], before[1, :4], rtol=1e-9)
    assert not np.allclose(after[1, 4], before[1, 4])


@oracle(runs=8, of="block", rtol=1e-9, why="agrees with the reference over widths, heads, lengths and padding")
def blocks_agree(rng):
    heads, d = int(rng.integers(1, 4)), int(rng.integers(1, 4))
    b, t = int(rng.integers(1, 4)), int(rng.integers(1, 6))
    return rng.normal(size=(b, t, heads * d)), drawn(rng, heads * d), heads, rng.random((b, t)) < 0.3


@case(why="the residual stream and the parameters belong to the caller, who may pass read-only views")
def inputs_stay_as_they_are(sol):
    rng = np.random.default_rng(6)
    x, params, padding = rng.normal(size=(2, 4, 4)), drawn(rng, 4), np.zeros((2, 4), dtype=bool)
    kept = x.copy()
    for array in (x, padding, *params.values()):
        array.flags.writeable = False
    _, (after, *_) = inout(sol.block, x, params, 2, padding)
    close(after, kept)


def drawn(rng, w):
    """Parameters of a block of width w."""
    return {
        "gain": rng.normal(1, 0.2, size=w),
        "bias": rng.normal(0, 0.2, size=w),
        "w_qkv": rng.normal(size=(w, 3 * w)),
        "w_out": rng.normal(size=(w, w)),
    }
