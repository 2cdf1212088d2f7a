import numpy as np
from holdout_judge import case, chi_square_p, close, finite, forbid, inout, oracle, property, raises, statistical

forbid("scipy", why="the stable softmax is part of the exercise")


@case(visible=True, why="the worked example of the prompt: of two equal tokens the first completes the prefix")
def example(sol):
    close(sol.distribution(np.log([[0.5, 0.2, 0.2, 0.1]]), 1.0, 0.6, 0.3), np.array([[5, 2, 0, 0]]) / 7)


@case(visible=True, why="a plain softmax, rows apart: filters at 1 and 0 are off")
def no_filter(sol):
    p = np.array([[0.5, 0.25, 0.25], [0.125, 0.125, 0.75]])
    close(sol.distribution(np.log(p)), p)
    close(sol.distribution(np.log(p), 0.5), p**2 / (p**2).sum(axis=1, keepdims=True))
    tail = np.array([[0.0, -25.0, -30.0]])  # far below the slack of 1e-9, and still a token
    close(sol.distribution(tail), np.exp(tail) / np.exp(tail).sum(), rtol=1e-9, atol=0)


@case(why="the prefix must hold at least top_p: the token that crosses the edge belongs to it")
def the_crossing_token_stays(sol):
    logits = np.log([[0.1, 0.4, 0.2, 0.3]])
    close(sol.distribution(logits, 1.0, 0.65), np.array([[0, 4, 0, 3]]) / 7)
    close(sol.distribution(logits, 1.0, 0.75), np.array([[0, 4, 2, 3]]) / 9)
    for top_p in (0.3, 1e-12):
        close(sol.distribution(logits, 1.0, top_p), np.array([[0.0, 1.0, 0.0, 0.0]]))


@case(why="equal tokens at the edge enter one by one, lowest index first: the prefix is the shortest")
def ties_at_the_edge_of_top_p(sol):
    close(sol.distribution(np.zeros((1, 8)), 1.0, 0.375), np.array([[1, 1, 1, 0, 0, 0, 0, 0]]) / 3)
    logits = np.log(np.tile([0.1, 0.2], 20)[None] / 6)
    kept = np.flatnonzero(sol.distribution(logits, 1.0, 0.15)[0])
    assert kept.tolist() == [1, 3, 5, 7, 9]


@case(why="min-p is a share of the most probable token, not a probability: a flat row keeps its tokens")
def min_p_is_relative(sol):
    close(sol.distribution(np.zeros((1, 50)), 1.0, 1.0, 0.1), np.full((1, 50), 0.02))
    close(sol.distribution(np.log([[0.8, 0.15, 0.05]]), 1.0, 1.0, 0.1), np.array([[16, 3, 0]]) / 19)
    close(sol.distribution(np.array([[1.0, 3.0, 3.0]]), 1.0, 1.0, 1.0), np.array([[0.0, 0.5, 0.5]]))


@case(why="top-p counts mass before min-p has removed any; the other order keeps fewer tokens")
def top_p_comes_before_min_p(sol):
    logits = np.log([[0.4, 0.3, 0.2, 0.1]])
    close(sol.distribution(logits, 1.0, 0.5, 0.6), np.array([[4, 3, 0, 0]]) / 7)
    close(sol.distribution(logits, 1.0, 0.95, 0.5), np.array([[4, 3, 2, 0]]) / 9)


@case(why="a hot request widens the nucleus and a cold one narrows it: both filters see the tempered row")
def temperature_comes_first(sol):
    p = np.array([[16.0, 9.0, 4.0, 1.0]])
    close(sol.distribution(np.log(p), 2.0, 0.65), np.array([[4, 3, 0, 0]]) / 7)
    close(sol.distribution(np.log(p), 0.5, 0.65), np.array([[1.0, 0, 0, 0]]))
    close(sol.distribution(np.log(p), 2.0, 1.0, 0.3), np.array([[4, 3, 2, 0]]) / 9)


@case(why="temperature 0 is greedy, one token even at a tie, with and without filters")
def zero_temperature_is_greedy(sol):
    logits = np.array([[1.0, 5.0, 5.0], [2.0, -np.inf, 1.0], [-np.inf, -np.inf, -7.0]])
    chosen = np.array([[0.0, 1, 0], [1, 0, 0], [0, 0, 1]])
    close(sol.distribution(logits, 0.0), chosen)
    close(sol.distribution(logits, 0, 0.9, 0.5), chosen)
    assert sol.sample(logits, np.random.default_rng(0), 0.0, 0.9, 0.1).tolist() == [1, 0, 2]


@oracle(runs=20, of="distribution", rtol=1e-9, why="agrees with the reference over shapes, ties, bans and knobs")
def agrees(rng):
    logits = drawn(rng, int(rng.integers(1, 5)), int(rng.integers(1, 12)))
    return logits, float(rng.choice([0.2, 0.7, 1.0, 3.0])), float(rng.uniform(0.05, 1.0)), float(rng.uniform(0, 0.4))


@property(runs=30, why="an edge that is met exactly on paper is met, however the sum of the floats has rounded")
def edges_survive_rounding(sol, rng):
    counts = np.sort(rng.permutation(np.arange(1, 40))[:8])[::-1]
    logits = np.log(counts[None])
    kept = int(rng.integers(1, 8))
    wanted = np.where(np.arange(8) < kept, counts, 0)[None]
    close(sol.distribution(logits, 1.0, counts[:kept].sum() / counts.sum()), wanted / wanted.sum())
    close(sol.distribution(logits, 1.0, 1.0, counts[kept - 1] / counts[0]), wanted / wanted.sum())


@case(why="the slack covers rounding and no more: a token that misses the edge by 1e-7 has missed it")
def slack_is_small(sol):
    logits = np.log([[0.5, 0.25, 0.25]])
    close(sol.distribution(logits, 1.0, 0.5 * (1 + 1e-7)), np.array([[2 / 3, 1 / 3, 0.0]]))
    close(sol.distribution(logits, 1.0, 1.0, 0.5 * (1 + 1e-7)), np.array([[1.0, 0.0, 0.0]]))
    close(sol.distribution(logits, 1.0, 1.0, 0.5 * (1 - 1e-7)), np.array([[0.5, 0.25, 0.25]]))


@case(why="logits of ten thousand at a cold temperature: differences only, or exp overflows")
def large_logits_stay_finite(sol):
    logits = np.array([[1e4, 1e4 - 1, -1e4], [-1e4, -9999.0, -1e4]])
    for temperature in (1e-6, 1.0, 1e3):
        got = sol.distribution(logits, temperature, 0.999)
        assert finite(got)
        close(got.sum(axis=1), np.ones(2))
    close(sol.distribution(logits, 1e-6), np.array([[1.0, 0, 0], [0, 1, 0]]))


@case(why="a banned token is never drawn, whatever the knobs; a row of bans is a bug upstream")
def banned_tokens(sol):
    logits = np.array([[-np.inf, 0.0, -np.inf, 0.0]])
    close(sol.distribution(logits), np.array([[0, 0.5, 0, 0.5]]))
    close(sol.distribution(logits, 1e3, 0.9), np.array([[0, 0.5, 0, 0.5]]))
    broken = np.array([[0.0, 1.0], [-np.inf, -np.inf]])
    for temperature in (0.0, 1.0):
        raises(ValueError, sol.distribution, broken, temperature)
        raises(ValueError, sol.sample, broken, np.random.default_rng(0), temperature)


@case(why="half-precision logits in a read-only, strided buffer; the answer is float64, integers for tokens")
def dtypes_and_strides(sol):
    table = np.array([[0, 9, 1, 9, 0], [2, 9, 2, 9, 60]], dtype=np.float16)
    table.setflags(write=False)
    for dtype in (np.float16, np.float32):
        got = sol.distribution(table.astype(dtype)[:, ::2], 0.7, 0.8)
        assert got.dtype == np.float64
        close(got, sol.distribution(table[:, ::2].astype(np.float64), 0.7, 0.8))
    assert sol.distribution(table[:, ::2]).shape == (2, 3)
    tokens = sol.sample(table[:, ::2], np.random.default_rng(1))
    assert tokens.shape == (2,) and tokens.dtype.kind in "iu"


@case(why="an empty batch and a vocabulary of one are what a scheduler hands over at night")
def smallest_inputs(sol):
    assert sol.distribution(np.zeros((0, 5)), 0.5, 0.5, 0.5).shape == (0, 5)
    assert sol.sample(np.zeros((0, 5)), np.random.default_rng(0), 0.5, 0.5).shape == (0,)
    close(sol.distribution(np.array([[-3.0]]), 0.5, 0.5, 0.5), np.array([[1.0]]))


@property(runs=3, why="the logits are scored again afterwards: filtering them in place would change the answer")
def inputs_are_left_alone(sol, rng):
    logits = drawn(rng, 3, 7)
    _, after = inout(sol.distribution, logits, 0.5, 0.7, 0.1)
    close(after[0], logits)
    _, after = inout(sol.sample, logits, rng, 0.5, 0.7, 0.1)
    close(after[0], logits)


@statistical(why="tokens are drawn with the filtered probabilities, and the removed ones never")
def draws_follow_the_distribution(sol, rng):
    logits = np.log([[0.05, 0.3, 0.0625, 0.4, 0.1, 0.0875]]) + 7
    p_values = []
    for knobs in ((), (2.0, 0.75), (0.7, 1.0, 0.1)):
        tokens = sol.sample(np.repeat(logits, 3000, axis=0), rng, *knobs)
        expected = sol.distribution(logits, *knobs)[0]
        p_values.append(chi_square_p(np.bincount(tokens, minlength=6), 3000 * expected))
    return p_values


@statistical(why="rows are different users: one user's luck must not be another's")
def rows_draw_independently(sol, rng):
    tokens = sol.sample(np.zeros((3000, 4)), rng)
    pairs = np.bincount(4 * tokens[::2] + tokens[1::2], minlength=16)
    return chi_square_p(pairs, np.full(16, 1500 / 16))


@case(why="a bug report holds the seed: the generator alone must reproduce the text")
def same_generator_same_tokens(sol):
    logits = np.zeros((20, 30))
    first = sol.sample(logits, np.random.default_rng(4))
    assert (first == sol.sample(logits, np.random.default_rng(4))).all()
    assert (first != sol.sample(logits, np.random.default_rng(5))).any()


def drawn(rng, b, v):
    """Logits (b, v) rounded so that some tie, some of them banned, at least one allowed in each row."""
    logits = np.round(2 * rng.normal(size=(b, v)))
    logits[rng.random((b, v)) < 0.2] = -np.inf
    logits[np.arange(b), rng.integers(v, size=b)] = 1.0
    return logits
