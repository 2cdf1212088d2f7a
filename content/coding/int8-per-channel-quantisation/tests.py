import numpy as np
from holdout_judge import case, close, inout, oracle, property, raises


@case(visible=True, why="the worked example: each channel has its own scale, and zeros have scale 1")
def example(sol):
    q, scales = sol.quantise(np.array([[1.27, -0.5], [0.0, 0.0]]))
    close(q, np.array([[127, -50], [0, 0]], dtype=np.int8))
    close(scales, np.array([0.01, 1.0], dtype=np.float32))


@case(visible=True, why="the worked example: integers are multiplied and added, then scaled once")
def example_of_linear(sol):
    q, scales = np.array([[127, -50]], dtype=np.int8), np.array([0.01], dtype=np.float32)
    close(sol.linear(np.array([[2.54, 1.0]]), q, scales), np.array([[2.7258]], dtype=np.float32), rtol=1e-6)


@case(why="one large channel must not cost the small ones their digits: this is why scales are per channel")
def channels_do_not_share_a_scale(sol):
    q, scales = sol.quantise(np.array([[0.01, -0.02], [50.0, 25.4]]))
    close(q, np.array([[64, -127], [127, 65]], dtype=np.int8))
    close(scales, np.array([0.02 / 127, 50 / 127], dtype=np.float32), rtol=1e-6)


@case(why="the range is symmetric: the most negative weight becomes -127, and -128 never occurs")
def symmetric_range(sol):
    q, scales = sol.quantise(np.array([[-3.0, 1.5, 2.9999]]))
    close(q, np.array([[-127, 64, 127]], dtype=np.int8))
    close(scales, np.array([3 / 127], dtype=np.float32), rtol=1e-6)


@case(why="halves go to the even neighbour: rounding them all away from zero makes every weight a little larger")
def halves_to_even(sol):
    q, _ = sol.quantise(np.array([[127.0, 0.5, 1.5, 2.5, -0.5, -1.5, 3.7, -3.7]]))
    close(q, np.array([[127, 0, 2, 2, 0, -2, 4, -4]], dtype=np.int8))


@case(why="a dead channel and a token of padding: 0 / 0 is NaN, and NaN as int8 is anything")
def rows_of_zeros(sol):
    q, scales = sol.quantise(np.zeros((2, 3)))
    close(q, np.zeros((2, 3), dtype=np.int8))
    close(scales, np.ones(2, dtype=np.float32))
    out = sol.linear(np.array([[0.0, 0.0], [1.0, 1.0]]), np.array([[127, 127]], dtype=np.int8), np.float32([0.5]))
    close(out, np.array([[0.0], [127.0]], dtype=np.float32), rtol=1e-6)


@case(why="products reach 16,129 and their sums a billion: eight or sixteen bits wrap round without a word")
def sums_do_not_overflow(sol):
    n = 100_000
    out = sol.linear(np.ones((1, n)), np.full((1, n), 127, dtype=np.int8), np.float32([1 / 127]))
    close(out, np.array([[n]], dtype=np.float32), rtol=1e-6)


@case(why="float32 holds integers up to 2^24: a sum of products in it loses its last digits")
def sums_are_exact(sol):
    n = 3_000
    q = np.full((1, n), 127, dtype=np.int8)
    x = np.full((1, n), 127.0)
    q[0, n // 2 :] = -127
    x[0, 0], q[0, 0] = 1.0, 1  # up to 24 million and down again: all products but two cancel
    close(sol.linear(x, q, np.float32([1.0])), np.array([[1 - 127 * 127]], dtype=np.float32), rtol=1e-7)


@case(why="an outlier in one token's activations must not flatten the other tokens of the batch")
def tokens_do_not_share_a_scale(sol):
    q, scales = np.array([[127, 0], [0, 127]], dtype=np.int8), np.float32([1 / 127, 1 / 127])
    x = np.array([[0.001, 0.002], [800.0, 1.0]])
    out = sol.linear(x, q, scales)
    close(out[0], np.array([0.001, 0.002], dtype=np.float32), rtol=0.01)
    close(out[1], np.array([800.0, 0.0], dtype=np.float32), rtol=1e-5)


@case(why="NaN and infinite weights come from a broken checkpoint; quantised they would look healthy")
def broken_weights(sol):
    for bad in (np.nan, np.inf, -np.inf):
        raises(ValueError, sol.quantise, np.array([[1.0, bad], [1.0, 2.0]]))


@case(why="an empty batch is what a scheduler hands over at night; checkpoints are float16 and not contiguous")
def shapes_and_dtypes(sol):
    table = np.arange(-12, 12, dtype=np.float16).reshape(4, 6)
    q, scales = sol.quantise(table[:, ::2])
    assert q.dtype == np.int8 and scales.dtype == np.float32 and q.shape == (4, 3)
    close((q * scales[:, None]).astype(np.float32), table[:, ::2].astype(np.float32), atol=0.05, rtol=0)
    out = sol.linear(np.zeros((0, 3), dtype=np.float32), q, scales)
    assert out.shape == (0, 4) and out.dtype == np.float32
    assert sol.linear(np.ones((2, 3), dtype=np.float16), q, scales).dtype == np.float32


@oracle(runs=15, of="quantise", rtol=1e-6, why="agrees with the reference on channels of very different size")
def agrees_on_weights(rng):
    out, inside = (int(n) for n in rng.integers(1, 12, size=2))
    return rng.normal(size=(out, inside)) * 10.0 ** rng.integers(-6, 6, size=(out, 1))


@oracle(runs=15, of="linear", rtol=1e-6, why="agrees with the reference on batches of tokens of very different size")
def agrees_on_activations(rng):
    tokens, out, inside = (int(n) for n in rng.integers(1, 12, size=3))
    x = rng.normal(size=(tokens, inside)) * 10.0 ** rng.integers(-3, 4, size=(tokens, 1))
    q = rng.integers(-127, 128, size=(out, inside)).astype(np.int8)
    return x.astype(np.float32), q, rng.uniform(0.001, 0.1, size=out).astype(np.float32)


@property(runs=5, why="what rounding may cost: half a step of its scale for each weight, and no more")
def error_is_half_a_step(sol, rng):
    weights = rng.normal(size=(6, 40)) * rng.uniform(0.1, 100, size=(6, 1))
    q, scales = sol.quantise(weights)
    steps = np.abs(weights).max(axis=1, keepdims=True) / 127
    assert (np.abs(q * steps - weights) <= steps * (0.5 + 1e-9)).all(), "a weight is off by more than half a step"


@property(runs=3, why="the float weights stay in use elsewhere, and activations feed the next branch")
def inputs_stay(sol, rng):
    weights, x = rng.normal(size=(3, 5)), rng.normal(size=(2, 5)).astype(np.float32)
    (q, scales), (after,) = inout(sol.quantise, weights)
    close(after, weights)
    _, after = inout(sol.linear, x, q, scales)
    close(after[0], x)
    close(after[1], q)
