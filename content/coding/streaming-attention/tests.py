import numpy as np
from holdout_judge import case, close, finite, forbid, growth, inout, oracle, property, stream

forbid("scipy", why="the log-sum-exp in one pass is the exercise")


@case(visible=True, why="the worked example of the prompt: equal weights for the first query, 1 to 3 for the second")
def example(sol):
    both = np.array([[True], [True]])
    one, two = (np.array([[0.0]]), np.array([[1.0]]), both), (np.array([[np.log(3)]]), np.array([[5.0]]), both)
    out, lse = sol.attend(np.array([[0.0], [1.0]]), stream([one, two]))
    close(out, np.array([[3.0], [4.0]]), rtol=1e-9)
    close(lse, np.log([2.0, 4.0]), rtol=1e-9)


@property(visible=True, runs=5, why="where the chunks are cut must not matter: one chunk, many, or one for each key")
def cuts_do_not_matter(sol, rng):
    q, k, v, seen = drawn(rng)
    wanted = at_once(q, k, v, seen)
    for size in (1, 2, len(k)):
        agree(sol.attend(q, cut(k, v, seen, size)), wanted)


@property(runs=5, why="the largest score may come first, last or in between: older sums must be weighed anew each time")
def rising_and_falling_scores(sol, rng):
    q = np.ones((3, 4))
    for order in (1, -1):
        k = np.sort(rng.uniform(-40, 40, size=9))[::order, None] * np.ones((1, 4))
        v = rng.normal(size=(9, 2))
        seen = np.ones((3, 9), dtype=bool)
        agree(sol.attend(q, cut(k, v, seen, 2)), at_once(q, k, v, seen))


@case(why="chunks may differ by a hundred thousand in their scores: exp must not overflow, nor what is left vanish")
def far_apart_chunks(sol):
    q, seen = np.array([[1e5], [-1e5]]), np.ones((2, 3), dtype=bool)
    k, v = np.array([[-1.0], [1.0], [1.0]]), np.array([[1.0], [2.0], [6.0]])
    for order in ([0, 1, 2], [1, 0, 2], [2, 1, 0]):
        out, lse = sol.attend(q, cut(k[order], v[order], seen, 1))
        close(out, np.array([[4.0], [1.0]]), rtol=1e-9)
        close(lse, np.array([1e5 + np.log(2), 1e5]), rtol=1e-12)
    out, lse = sol.attend(np.array([[-1e5]]), cut(np.ones((2, 1)), v[:2], seen[:1, :2], 1))
    close(out, np.array([[1.5]]), rtol=1e-9)
    close(lse, np.array([np.log(2) - 1e5]), rtol=1e-12)


@case(why="a chunk in which a query sees nothing comes first, last or alone: -inf minus -inf must not happen")
def chunks_without_a_seen_key(sol):
    q, k, v = np.array([[1.0], [2.0]]), np.array([[3.0], [0.0], [5.0]]), np.array([[1.0], [7.0], [4.0]])
    for column in range(3):
        seen = np.zeros((2, 3), dtype=bool)
        seen[0, column] = True
        out, lse = sol.attend(q, cut(k, v, seen, 1))
        close(out, np.array([v[column], [0.0]]), rtol=1e-9)
        close(lse, np.array([k[column, 0], -np.inf]), rtol=1e-9)


@oracle(runs=12, of="attend", rtol=1e-9, why="agrees with the reference over lengths, widths, masks and cuts")
def agrees(rng):
    q, k, v, seen = drawn(rng)
    return q, pieces(k, v, seen, int(rng.integers(1, 5)))


@property(
    runs=6, why="workers hold unequal numbers of keys, and some of a query's none: the merge is exact all the same"
)
def merging_is_exact(sol, rng):
    q, k, v, seen = drawn(rng)
    wanted = at_once(q, k, v, seen)
    parts = [at_once(q, *part) for part in pieces(k, v, seen, int(rng.integers(1, 4)))]
    agree(sol.merge(parts), wanted)
    agree(sol.merge(parts[::-1]), wanted)
    agree(sol.merge(parts[:1]), parts[0])


@case(why="log-sum-exps are as large as the scores, and a worker may have seen nothing at all")
def merging_far_apart_parts(sol):
    high, higher = (np.array([[1.0]]), np.array([1e5])), (np.array([[4.0]]), np.array([1e5 + np.log(2)]))
    low, nothing = (np.array([[9.0]]), np.array([-1e5])), (np.array([[0.0]]), np.array([-np.inf]))
    out, lse = sol.merge([nothing, high, low, higher])
    close(out, np.array([[3.0]]), rtol=1e-9)
    close(lse, np.array([1e5 + np.log(3)]), rtol=1e-12)
    agree(sol.merge([low, nothing]), low)
    agree(sol.merge([nothing, nothing]), nothing)


@case(why="float32 comes in and float64 goes out: sums over a million keys need the digits; inputs stay as they are")
def dtypes(sol):
    rng = np.random.default_rng(5)
    q, k, v = (rng.normal(size=shape).astype(np.float32) for shape in ((2, 3), (4, 3), (4, 2)))
    seen = np.ones((2, 4), dtype=bool)
    (out, lse), (after, chunks) = inout(sol.attend, q, [(k, v, seen)])
    assert out.dtype == np.float64 and lse.dtype == np.float64 and finite(out)
    agree((out, lse), at_once(*(array.astype(np.float64) for array in (q, k, v)), seen), rtol=1e-9)
    close(after, q)
    close(chunks[0][0], k)
    read_only = [array.copy() for array in (k, v, seen)]
    for array in read_only:
        array.flags.writeable = False
    agree(sol.attend(q, stream([tuple(read_only)])), (out, lse))


@growth(sizes=[50, 200, 800], at_most="1", measure="memory", of="attend",
        why="the keys are on disk because they do not fit: what was read must be let go")  # fmt: skip
def in_constant_memory(rng, n):
    chunk = rng.normal(size=(16, 32)), rng.normal(size=(16, 32)), np.ones((4, 16), dtype=bool)
    return rng.normal(size=(4, 32)), stream((chunk for _ in range(n)), chunk=4)


def drawn(rng):
    """q (t, d), k (s, d), v (s, e) and what is seen (t, s), drawn small; some queries see nothing."""
    t, s, d, e = rng.integers(1, 8, size=4).tolist()
    seen = rng.random((t, s)) < rng.choice([0.2, 0.7, 1.0])
    return 2 * rng.normal(size=(t, d)), rng.normal(size=(s, d)), rng.normal(size=(s, e)), seen


def cut(k, v, seen, size):
    return stream(pieces(k, v, seen, size))


def pieces(k, v, seen, size):
    return [(k[i : i + size], v[i : i + size], seen[:, i : i + size]) for i in range(0, len(k), size)]


def at_once(q, k, v, seen):
    scores = np.where(seen, q @ k.T / np.sqrt(q.shape[1]), -np.inf)
    top = scores.max(axis=1)
    weights = np.exp(scores - np.where(seen.any(axis=1), top, 0)[:, None])
    total = weights.sum(axis=1)
    some = np.where(total > 0, total, 1)
    return weights @ v / some[:, None], top + np.log(some)


def agree(got, wanted, rtol=1e-9):
    close(got[0], wanted[0], rtol=rtol, atol=1e-12)
    close(got[1], wanted[1], rtol=rtol, atol=1e-12)
