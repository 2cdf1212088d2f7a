import numpy as np
from holdout_judge import case, chi_square_p, close, forbid, inout, property, statistical

forbid("scipy", why="the sampling is the exercise")


@case(visible=True, why="the worked example of the prompt: one accepted, one certainly rejected, one token left")
def example(sol):
    q = np.array([[[0.5, 0.5], [0.9, 0.1]]])
    p = np.array([[[0.0, 1.0], [0.0, 1.0], [1.0, 0.0]]])
    agrees(sol.verify(np.array([[1, 0]]), q, p, np.random.default_rng(0)), [[1, 1, -1]], [2])


@case(visible=True, why="two equal models accept everything, and the large one's last row gives one token more")
def equal_models_accept_all(sol):
    q = np.tile([[[0.2, 0.3, 0.5], [0.6, 0.3, 0.1]]], (50, 1, 1))
    p = np.concatenate([q, np.tile([[[0.0, 1.0, 0.0]]], (50, 1, 1))], axis=1)
    got = sol.verify(np.tile([[0, 2]], (50, 1)), q, p, np.random.default_rng(1))
    agrees(got, [[0, 2, 1]] * 50, [3] * 50)


@case(why="what follows a rejected token was scored on a context that no longer exists: it goes, however good")
def nothing_follows_a_rejection(sol):
    q = np.full((2, 4, 3), 1 / 3)
    p = one_hot([[0, 2, 1, 1, 0], [1, 0, 0, 0, 2]], 3)
    got = sol.verify(np.array([[0, 1, 1, 1], [0, 0, 0, 0]]), q, p, np.random.default_rng(2))
    agrees(got, [[0, 2, -1, -1, -1], [1, -1, -1, -1, -1]], [2, 1])


@property(runs=10, why="a greedy large model is a distribution too: its own text comes out, whatever was drafted")
def greedy_target(sol, rng):
    b, k, v = int(rng.integers(1, 8)), int(rng.integers(1, 6)), int(rng.integers(1, 4))
    choice = rng.integers(v, size=(b, k + 1))
    draft = np.where(rng.random((b, k)) < 0.7, choice[:, :k], rng.integers(v, size=(b, k)))
    tokens, lengths = sol.verify(draft, rng.dirichlet(np.ones(v), size=(b, k)), one_hot(choice, v), rng)
    for row in range(b):
        wrong = np.flatnonzero(draft[row] != choice[row, :k])
        length = int(wrong[0]) + 1 if len(wrong) else k + 1
        assert lengths[row] == length
        assert tokens[row].tolist() == choice[row, :length].tolist() + [-1] * (k + 1 - length)


@case(why="float32: q holds 1e-9 beside a 1.0, p has a 0 there; the draft is rejected and no p exceeds its q")
def nothing_left_after_rounding(sol):
    q = np.array([[[0.0, 1e-9, 1.0, 0.0]]] * 20, dtype=np.float32)
    p = np.array([[[0.0, 0.0, 1.0, 0.0], [0.25, 0.25, 0.25, 0.25]]] * 20, dtype=np.float32)
    agrees(sol.verify(np.full((20, 1), 1), q, p, np.random.default_rng(3)), [[2, -1]] * 20, [1] * 20)
    p[::4, 0] = [0.0, 0.0, 0.0, 1.0]  # in the same batch, rows that have a positive part
    q[2::4, 0] = [0.0, 1.0, 0.0, 0.0]
    got = sol.verify(np.full((20, 1), 1), q, p, np.random.default_rng(3))
    agrees(got, [[3, -1], [2, -1], [2, -1], [2, -1]] * 5, [1] * 20)


@case(why="no draft leaves one plain draw; an empty batch is what a scheduler hands over at night")
def smallest_inputs(sol):
    got = sol.verify(np.zeros((2, 0), dtype=int), np.zeros((2, 0, 3)), one_hot([[2], [0]], 3), np.random.default_rng(4))
    agrees(got, [[2], [0]], [1, 1])
    tokens, lengths = sol.verify(
        np.zeros((0, 2), int), np.zeros((0, 2, 3)), np.zeros((0, 3, 3)), np.random.default_rng(4)
    )
    assert tokens.shape == (0, 3) and lengths.shape == (0,)
    got = sol.verify(np.zeros((1, 2), dtype=int), np.ones((1, 2, 1)), np.ones((1, 3, 1)), np.random.default_rng(4))
    agrees(got, [[0, 0, 0]], [3])


@statistical(why="for a given draft: accepted with probability p / q, otherwise a draw from what p has more than q")
def one_draft_token(sol, rng):
    p, q = np.array([0.1, 0.25, 0.3, 0.35]), np.array([0.4, 0.3, 0.2, 0.1])
    laws = {0: [0.25, 0, 0.75 * 2 / 7, 0.75 * 5 / 7], 1: [0, 5 / 6, 1 / 6 * 2 / 7, 1 / 6 * 5 / 7], 2: [0, 0, 1, 0]}
    p_values = []
    for token, law in laws.items():
        n = 3000
        tokens, _ = sol.verify(np.full((n, 1), token), tiled(q[None], n), tiled(np.array([p, p[::-1]]), n), rng)
        p_values.append(chi_square_p(counted(tokens[:, 0], 4), n * np.array(law)))
    return p_values


@statistical(why="three tokens of a chain, drafts rejected and rows completed, have the large model's joint law")
def whole_text_keeps_the_law(sol, rng):
    n, v = 6000, 3
    p = np.array([[0.6, 0.3, 0.1], [0.1, 0.2, 0.7], [0.3, 0.4, 0.3]])  # a row for each previous token
    q = np.array([[0.3, 0.3, 0.4], [0.4, 0.1, 0.5], [0.1, 0.8, 0.1]])
    ours, theirs = rng.spawn(2)
    first = drawn(tiled(q[0], n), ours)
    draft = np.column_stack([first, drawn(q[first], ours)])
    targets = np.stack([tiled(p[0], n), p[draft[:, 0]], p[draft[:, 1]]], axis=1)
    tokens, _ = sol.verify(draft, np.stack([tiled(q[0], n), q[first]], axis=1), targets, theirs)
    text = np.array(tokens)
    for at in (1, 2):  # the next passes of the large model
        text[:, at] = np.where(text[:, at] < 0, drawn(p[text[:, at - 1]], ours), text[:, at])
    law = p[0][:, None, None] * p[:, :, None] * p[None]
    return chi_square_p(counted(text @ [v * v, v, 1], v**3), n * law.ravel())


@statistical(why="the speed-up is the point: as many tokens are accepted as the overlap of the models allows")
def acceptance_is_the_overlap(sol, rng):
    n = 4000
    p = np.array([[0.5, 0.3, 0.2], [0.1, 0.1, 0.8], [0.4, 0.4, 0.2]])
    q = np.array([[0.2, 0.5, 0.3], [0.2, 0.2, 0.6]])
    ours, theirs = rng.spawn(2)
    draft = np.column_stack([drawn(tiled(row, n), ours) for row in q])
    _, lengths = sol.verify(draft, tiled(q, n), tiled(p, n), theirs)
    first, second = np.minimum(p[:2], q).sum(axis=1)
    return chi_square_p(counted(lengths, 4), n * np.array([0, 1 - first, first * (1 - second), first * second]))


@statistical(why="the token after a full acceptance follows the large model at the position behind the draft")
def bonus_token_follows_the_last_row(sol, rng):
    p = np.array([[0.0, 1.0, 0.0, 0.0], [0.1, 0.2, 0.3, 0.4]])
    tokens, _ = sol.verify(np.full((2000, 1), 1), tiled(p[:1], 2000), tiled(p, 2000), rng)
    return chi_square_p(counted(tokens[:, 1], 4), 2000 * p[1])


@statistical(why="sequences are different users: the fate of one draft must not be that of its neighbour")
def rows_are_independent(sol, rng):
    q, p = np.array([[0.5, 0.5]]), np.array([[0.25, 0.75], [0.5, 0.5]])
    _, lengths = sol.verify(np.zeros((3000, 1), dtype=int), tiled(q, 3000), tiled(p, 3000), rng)
    return chi_square_p(counted(2 * lengths[::2] + lengths[1::2] - 3, 4), np.full(4, 375.0))


@case(why="float32 rows of a real vocabulary do not sum to 1 in float64, and a strict library call refuses them")
def float32_vocabulary(sol):
    rng = np.random.default_rng(6)
    p = rng.gamma(0.3, size=(4, 3, 5000)).astype(np.float32)
    p[:, :, ::2] = 0
    p = p / p.sum(axis=2, keepdims=True) * np.float32(1 - 5e-6)
    q = np.roll(p[:, :2], 1, axis=2) * 0.5 + p[:, :2] * 0.5
    draft = drawn(q.reshape(8, -1), rng).reshape(4, 2)
    tokens, lengths = sol.verify(draft, q, p, rng)
    for row in range(4):
        for at in range(int(lengths[row])):
            assert p[row, at, tokens[row, at]] > 0


@property(runs=3, why="buffers of the engine, read-only and strided, int32 tokens; they are used again afterwards")
def inputs_are_left_alone(sol, rng):
    q, p = rng.dirichlet(np.ones(4), size=(5, 6))[:, ::2], rng.dirichlet(np.ones(4), size=(4, 5)).transpose(1, 0, 2)
    draft = rng.integers(4, size=(5, 3)).astype(np.int32)
    got, after = inout(sol.verify, draft, q, p, rng)
    for now, before in zip(after[:3], (draft, q, p)):
        close(now, before)
    q.setflags(write=False)
    p.setflags(write=False)
    tokens, lengths = sol.verify(draft, q, p, rng)
    assert tokens.dtype.kind == lengths.dtype.kind == "i"
    agrees((tokens, lengths), got[0].tolist(), got[1].tolist())  # the same state of rng, so the same tokens


def agrees(got, tokens, lengths):
    """Whether verify returned these tokens and lengths, in the agreed shapes."""
    assert np.array_equal(got[0], tokens), "the tokens are not the expected ones"
    assert np.array_equal(got[1], lengths), "the lengths are not the expected ones"


def one_hot(choice, v):
    """Distributions that put all mass on `choice`, in a new last axis."""
    return np.eye(v)[np.asarray(choice)]


def tiled(array, n):
    """The same array n times, along a new first axis."""
    return np.repeat(array[None], n, axis=0)


def drawn(p, rng):
    """One token for each row of p (n, v)."""
    return (
        (p.cumsum(axis=1) / p.sum(axis=1, keepdims=True) <= rng.random((len(p), 1)))
        .sum(axis=1)
        .clip(max=p.shape[1] - 1)
    )


def counted(tokens, v):
    """How often each of 0 … v - 1 occurs; anything else is a failure."""
    assert ((tokens >= 0) & (tokens < v)).all(), "there is a value that cannot occur"
    return np.bincount(tokens, minlength=v)
