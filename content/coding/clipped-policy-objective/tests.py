import numpy as np
from holdout_judge import case, close, finite, forbid, inout, oracle, property

for name in ("torch", "scipy"):
    forbid(name, why="the update is asked for in NumPy, by hand")


@case(visible=True, why="the worked example of the prompt: a token that gained enough, and one on policy")
def example(sol):
    logp, old = np.log([[0.6, 0.2]]), np.log([[0.4, 0.2]])
    loss, clipped, gradient = sol.clipped_policy_loss(logp, old, np.array([2.0]), np.array([[True, True]]))
    close(loss, -2.2, rtol=1e-9)
    close(clipped, 0.5)
    close(gradient, np.array([[0.0, -1.0]]), rtol=1e-9, atol=1e-12)


@case(
    visible=True, why="four kinds of token: only gains already made and losses already taken are held, never a mistake"
)
def clipping_is_one_sided(sol):
    ratio, ones = np.array([[1.5], [1.5], [0.5], [0.5], [1.0]]), np.ones((5, 1), dtype=bool)
    loss, clipped, gradient = sol.clipped_policy_loss(
        np.log(ratio), np.zeros((5, 1)), np.array([1.0, -1.0, 1.0, -1.0, 3.0]), ones
    )
    close(loss, -(1.2 - 1.5 + 0.5 - 0.8 + 3.0) / 5, rtol=1e-9)
    close(clipped, 0.4, rtol=1e-9)
    close(gradient.ravel(), np.array([0.0, 0.3, -0.1, 0.0, -0.6]), rtol=1e-9, atol=1e-12)


@case(visible=True, why="one right proof in four is worth more than one in two; rewards of a hard problem stay in it")
def advantages_by_hand(sol):
    got = sol.group_advantages(np.array([[1.0, 0, 0, 0], [1, 0, 1, 0], [5, 3, 5, 3]]))
    root = np.sqrt(3)
    close(got, np.array([[root, -1 / root, -1 / root, -1 / root], [1, -1, 1, -1], [1, -1, 1, -1]]), rtol=1e-9)


@case(why="all right or all wrong: zeros, not NaN, nor rounding errors blown up to the size of a reward")
def nothing_to_teach(sol):
    rewards = np.array([[0.1] * 7, [1 / 3] * 7, [-1e9] * 7, [0.0] * 7])
    close(sol.group_advantages(rewards), np.zeros((4, 7)))
    close(sol.group_advantages(np.array([[0.7], [-2.0]])), np.zeros((2, 1)))
    close(sol.group_advantages(np.array([[1e-9, 0.0], [0, 0]]))[0], np.array([1.0, -1.0]), rtol=1e-9)


@oracle(runs=6, of="group_advantages", rtol=1e-8, why="agrees with the reference over problems, answers and ties")
def advantages_agree(rng):
    rewards = np.round(rng.normal(size=rng.integers(1, 7, size=2)), 1)
    return rewards.astype(rng.choice(["float32", "float64"]))


@oracle(runs=12, of="clipped_policy_loss", rtol=1e-8, why="agrees with the reference over sizes, masks and epsilon")
def agrees(rng):
    return (*drawn(rng, int(rng.integers(1, 6)), int(rng.integers(1, 6))), float(rng.uniform(0.05, 0.5)))


@property(runs=3, why="the gradient is that of the loss, by differences, away from the corners")
def gradient_by_differences(sol, rng):
    logp, old, advantages, mask = drawn(rng, 2, 3)
    _, _, gradient = sol.clipped_policy_loss(logp, old, advantages, mask, 0.15)
    for place in np.ndindex(2, 3):
        step = np.zeros((2, 3))
        step[place] = 1e-6
        up, down = (sol.clipped_policy_loss(logp + sign * step, old, advantages, mask, 0.15)[0] for sign in (1, -1))
        close(float(gradient[place]), (up - down) / 2e-6, rtol=1e-4, atol=1e-7)


@property(
    runs=3, why="on policy every token pulls with its answer's advantage, and the mean is over tokens, not answers"
)
def on_policy_it_is_the_policy_gradient(sol, rng):
    logp, _, advantages, mask = drawn(rng, 4, 5)
    loss, clipped, gradient = sol.clipped_policy_loss(logp, logp, advantages, mask)
    spread = advantages[:, None] * mask
    close(gradient, -spread / mask.sum(), rtol=1e-9)
    close(loss, float(-spread.sum() / mask.sum()), rtol=1e-9)
    assert clipped == 0.0


@case(why="a token that became e^100 times likelier, or rarer: no infinity, no NaN, and no gradient beyond the bound")
def runaway_ratios_stay_finite(sol):
    low, high, ones = np.full((4, 1), -900.0), np.full((4, 1), -1.0), np.ones((4, 1), dtype=bool)
    logp, old = np.where([[1], [0], [1], [0]], high, low), np.where([[1], [0], [1], [0]], low, high)
    loss, clipped, gradient = sol.clipped_policy_loss(logp, old, np.array([1.0, 1.0, -1.0, -1.0]), ones)
    close(loss, float(-(1.2 + np.exp(-20) - np.exp(20) - 0.8) / 4), rtol=1e-9)
    close(clipped, 0.5)
    close(gradient, np.zeros((4, 1)))


@case(why="a log-ratio of 19, or 20, is within the bound: its gradient is there, on the side that is not clipped")
def large_ratios_below_the_bound_count(sol):
    logp, old = np.array([[0.0], [-19.0], [20.0]]), np.array([[-19.0], [0.0], [0.0]])
    _, _, gradient = sol.clipped_policy_loss(logp, old, np.array([-1.0, 1.0, -1.0]), np.ones((3, 1), dtype=bool))
    close(gradient.ravel(), np.array([np.exp(19.0), -np.exp(-19.0), np.exp(20.0)]) / 3, rtol=1e-9, atol=0)


@case(why="prompt and padding do not count: NaN or -inf there must reach neither the loss nor a gradient")
def what_is_outside_the_mask_does_not_matter(sol):
    logp, old, advantages, mask = drawn(np.random.default_rng(2), 3, 5)
    mask[2], advantages[2] = False, np.nan
    clean = sol.clipped_policy_loss(logp, old, advantages, mask)
    for garbage in (np.nan, -np.inf):
        dirty = [np.where(mask, one, garbage) for one in (logp, old)]
        got = sol.clipped_policy_loss(*dirty, advantages, mask)
        for now, was in zip(got, clean, strict=True):
            close(now, was, rtol=1e-12)
        assert finite(got[0]) and finite(got[2]) and (got[2][~mask] == 0).all()


@case(why="an advantage of zero pulls nowhere: both terms are equal, so its token is not counted as clipped")
def zero_advantages_are_not_clipped(sol):
    logp, ones = np.log([[1.5, 0.5], [1.5, 1.0]]), np.ones((2, 2), dtype=bool)
    loss, clipped, gradient = sol.clipped_policy_loss(logp, np.zeros((2, 2)), np.array([0.0, 1.0]), ones)
    close(loss, -(1.2 + 1.0) / 4, rtol=1e-9)
    close(clipped, 0.25)
    close(gradient, np.array([[0.0, 0.0], [0.0, -0.25]]), rtol=1e-9, atol=1e-12)


@case(why="a batch in which every answer was filtered out must not end the run; one token is a mean of one")
def few_tokens_count(sol):
    logp, old, advantages, mask = drawn(np.random.default_rng(3), 2, 3)
    loss, clipped, gradient = sol.clipped_policy_loss(logp, old, advantages, np.zeros_like(mask))
    assert loss == 0.0 and clipped == 0.0 and (gradient == 0).all()
    mask[:] = False
    mask[1, 2] = True
    loss, _, gradient = sol.clipped_policy_loss(logp, logp, advantages, mask)
    close(loss, float(-advantages[1]), rtol=1e-9)
    close(gradient, -advantages[:, None] * mask, rtol=1e-9)


@case(why="at the very edge both terms are equal: nothing is clipped there, and the token still pulls")
def at_the_edge(sol):
    for epsilon, advantage in ((0.5, 1.0), (0.25, -1.0)):
        ratio = 1 + epsilon if advantage > 0 else 1 - epsilon
        logp = np.array([[np.log(ratio)]])
        ratio = float(np.exp(logp[0, 0]))
        edge = ratio - 1 if advantage > 0 else 1 - ratio
        ones = np.ones((1, 1), dtype=bool)
        _, clipped, gradient = sol.clipped_policy_loss(logp, np.zeros((1, 1)), np.array([advantage]), ones, edge)
        assert clipped == 0.0
        close(gradient, np.array([[-ratio * advantage]]), rtol=1e-9)


@case(why="float32 and views come in, float64 goes out, epsilon is 0.2 by default, and nothing that came in is changed")
def dtypes_and_inputs(sol):
    logp, old, advantages, mask = drawn(np.random.default_rng(5), 6, 4)
    given = (
        *tuple(np.asfortranarray(one.astype(np.float32)) for one in (logp, old)),
        advantages.astype(np.float32),
        mask,
    )
    for array in given:
        array.flags.writeable = False
    got, after = inout(sol.clipped_policy_loss, *given)
    assert isinstance(got[0], float) and isinstance(got[1], float) and got[2].dtype == np.float64
    wide = sol.clipped_policy_loss(*(one.astype(np.float64) for one in given[:3]), mask, 0.2)
    for now, was in zip(got, wide, strict=True):
        close(now, was, rtol=1e-9)
    for now, was in zip(after, given, strict=True):
        close(now, was)
    rewards = np.array([[0, 1, 1], [2, 0, 1]], dtype=np.float32)
    rewards.flags.writeable = False
    assert sol.group_advantages(rewards).dtype == np.float64


def drawn(rng, n, t):
    """Log-probabilities that differ by some tenths, advantages of both signs, and a mask with at least one token."""
    old = -rng.exponential(size=(n, t))
    mask = rng.random((n, t)) < 0.7
    mask[0, 0] = True
    return old + rng.normal(scale=0.3, size=(n, t)), old, rng.normal(size=n), mask
