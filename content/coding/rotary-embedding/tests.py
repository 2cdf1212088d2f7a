import numpy as np
from holdout_judge import case, close, finite, forbid, inout, oracle, property

forbid("torch", why="the rotation is asked for in NumPy")


@case(visible=True, why="the worked example of the prompt: the fast pair turns by 2, the slow one by 2 / 100")
def example(sol):
    got = sol.rotate(np.array([[[[1.0, 1.0, 0.0, 0.0]]]]), np.array([2]))
    close(got.ravel(), np.array([np.cos(2), np.cos(0.02), np.sin(2), np.sin(0.02)]), rtol=1e-9)


@property(visible=True, runs=6, why="every pair turns by its own angle, over heads, widths, bases and both shapes")
def pairs_turn_by_their_angles(sol, rng):
    b, h, t, half = rng.integers(1, 5, size=4).tolist()
    base = float(rng.choice([10000.0, 50.0, 500000.0]))
    x = rng.normal(size=(b, h, t, 2 * half))
    positions = rng.integers(0, 10_000, size=(b, t) if rng.random() < 0.5 else t)
    close(sol.rotate(x, positions, base), by_complex_numbers(x, positions, base), rtol=1e-9, atol=1e-9)


@property(runs=3, why="what attention sees of two positions is their distance, which is the point of it")
def scores_depend_on_the_distance(sol, rng):
    q, k = rng.normal(size=(2, 1, 1, 1, 8))
    scores = [
        (sol.rotate(q, np.array([at])) * sol.rotate(k, np.array([at + 7]))).sum() for at in (0, 3, 500, 90_000)
    ]  # fmt: skip
    close(np.array(scores), np.full(4, scores[0]), rtol=1e-7, atol=1e-9)
    moved = (sol.rotate(q, np.array([0])) * sol.rotate(k, np.array([8]))).sum()
    assert abs(moved - scores[0]) > 1e-6


@property(runs=3, why="a rotation keeps lengths, position 0 changes nothing, and turning back brings x back")
def rotations_keep_lengths(sol, rng):
    x = rng.normal(size=(2, 2, 4, 6))
    positions = np.array([0, 1, 77, 99_999])
    got = sol.rotate(x, positions)
    close(np.linalg.norm(got, axis=3), np.linalg.norm(x, axis=3), rtol=1e-9)
    close(got[:, :, 0], x[:, :, 0], rtol=1e-12)
    close(sol.rotate(got, -positions), x, rtol=1e-9, atol=1e-9)


@case(why="each sentence counts for itself: with as many sentences as positions the axes must not be mixed up")
def positions_of_each_sentence(sol):
    x = np.random.default_rng(1).normal(size=(3, 3, 3, 4))
    positions = np.array([[0, 1, 2], [0, 0, 1], [7, 8, 9]])
    got = sol.rotate(x, positions)
    for sentence in range(3):
        alone = sol.rotate(x[sentence : sentence + 1], positions[sentence])
        close(got[sentence : sentence + 1], alone, rtol=1e-9)
    close(sol.rotate(x, positions[2]), sol.rotate(x, np.tile(positions[2], (3, 1))), rtol=1e-9)


@case(why="while decoding one token is rotated at a time: the same numbers as in the whole prompt")
def one_token_at_a_time(sol):
    x = np.random.default_rng(2).normal(size=(2, 2, 5, 4))
    whole = sol.rotate(x, np.arange(100, 105))
    for at in range(5):
        close(sol.rotate(x[:, :, at : at + 1], np.array([100 + at])), whole[:, :, at : at + 1], rtol=1e-9)


@oracle(runs=6, rtol=1e-8, why="agrees with the reference over widths, far positions and bases")
def agrees(rng):
    b, h, t, half = rng.integers(1, 4, size=4).tolist()
    return rng.normal(size=(b, h, t, 2 * half)), rng.integers(0, 10**6, size=(b, t)), float(rng.uniform(10, 1e6))


@case(why="float16 ends its whole numbers at 2048: with angles in the dtype of x, far words share a position")
def half_precision_keeps_its_positions(sol):
    positions = np.array([2047, 2048, 2049, 2050, 65_000, 999_999])
    x = np.tile([1.0, 0.5, -0.25, 2.0], (1, 1, 6, 1))
    expected = by_complex_numbers(x, positions)
    for dtype, tolerance in ((np.float16, 1e-3), (np.float32, 1e-6)):
        got = sol.rotate(x.astype(dtype), positions)
        assert got.dtype == dtype
        close(got.astype(np.float64), expected, rtol=tolerance, atol=tolerance)


@case(why="half a million in float32 steps by a thirtieth: the angle must not go through it, even for float32 x")
def far_positions_are_exact(sol):
    positions = np.array([499_999, 500_000, 999_999])
    x = np.random.default_rng(3).normal(size=(1, 2, 3, 64)).astype(np.float32)
    close(sol.rotate(x, positions), by_complex_numbers(x, positions).astype(np.float32), rtol=1e-5, atol=2e-6)


@case(why="positions may be narrow or unsigned; the product of an angle must not wrap around in their dtype")
def dtypes_of_positions(sol):
    x = np.random.default_rng(4).normal(size=(1, 1, 3, 4))
    wanted = sol.rotate(x, np.array([3, 100, 200]))
    for dtype in (np.uint8, np.int16, np.int32, np.uint64):
        close(sol.rotate(x, np.array([3, 100, 200], dtype=dtype)), wanted, rtol=1e-9)


@case(why="x is a read-only view of one projection that values read too; products of huge halves stay finite")
def inputs_stay_as_they_are(sol):
    x = np.random.default_rng(5).normal(size=(2, 5, 3, 4)).astype(np.float32).transpose(0, 2, 1, 3)
    positions = np.arange(10)[::2]
    x.flags.writeable = positions.flags.writeable = False
    got, (after, _, *_) = inout(sol.rotate, x, positions)
    close(after, x)
    close(got, by_complex_numbers(x, positions).astype(np.float32), rtol=1e-5, atol=1e-6)
    high = np.full((1, 1, 1, 2), 40_000, dtype=np.float16)
    assert finite(sol.rotate(high, np.array([1]))[..., 0])


def by_complex_numbers(x, positions, base=10000.0):
    half = x.shape[3] // 2
    angles = positions[..., None] * base ** (-np.arange(half) / half)
    turn = np.exp(1j * np.broadcast_to(angles, (len(x), x.shape[2], half)))[:, None]
    z = (x[..., :half].astype(np.float64) + 1j * x[..., half:]) * turn
    return np.concatenate([z.real, z.imag], axis=3)
