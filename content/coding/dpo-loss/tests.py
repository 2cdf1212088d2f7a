import numpy as np
from holdout_judge import case, close, finite, forbid, gradient, inout, oracle, property

forbid("scipy", why="the stable log-softmax and log-sigmoid are part of the exercise")


@case(visible=True, why="the worked example of the prompt: two models that agree, before the first step")
def example(sol):
    tokens, mask = np.array([[[0]], [[1]]]), np.ones((2, 1, 1), dtype=bool)
    loss, margins, by_logits = sol.dpo_loss(np.zeros((2, 1, 1, 2)), np.zeros((2, 1, 1, 2)), tokens, mask)
    close(loss, float(np.log(2)), rtol=1e-9)
    close(margins, np.array([0.0]), atol=1e-12)
    close(by_logits.ravel(), np.array([-0.025, 0.025, -0.025, 0.025]), rtol=1e-9)


@gradient(
    wrt=0, value=0, grad=2, runs=5, rtol=1e-5, visible=True, why="the gradient is that of the loss, by differences"
)
def gradient_by_differences(rng):
    return (*drawn(rng, 2, 3, 4), 0.7)


@oracle(runs=10, rtol=1e-8, why="agrees with the reference over pairs, lengths, vocabularies, masks and beta")
def agrees(rng):
    return (*drawn(rng, *rng.integers(1, 6, size=3).tolist()), float(rng.uniform(0.05, 1)))


@case(why="the sum, not the mean: the log-probability of an answer is that of all its tokens")
def lengths_are_not_divided_out(sol):
    logits = np.broadcast_to(np.log([0.8, 0.2]), (2, 1, 3, 2))
    mask = np.array([[[True, True, True]], [[True, False, False]]])
    _, margins, _ = sol.dpo_loss(logits, np.zeros((2, 1, 3, 2)), np.zeros((2, 1, 3), dtype=int), mask, 1.0)
    close(margins, np.array([2 * np.log(1.6)]), rtol=1e-9)


@case(why="a policy that has not moved has margin 0, however unlikely the preferred answer is to both models")
def measured_against_the_reference(sol):
    rng = np.random.default_rng(1)
    logits, _, tokens, mask = drawn(rng, 3, 4, 5)
    loss, margins, _ = sol.dpo_loss(logits, logits + 3.0, tokens, mask)
    close(margins, np.zeros(3), atol=1e-12)
    close(loss, float(np.log(2)), rtol=1e-9)


@case(why="long answers differ by thousands of nats: no overflow, no NaN, and full pull where the pair is wrong")
def large_margins_stay_finite(sol):
    tokens, mask = np.zeros((2, 1, 1), dtype=int), np.ones((2, 1, 1), dtype=bool)
    for sign, cost, pull in ((1.0, 0.0, 0.0), (-1.0, 5000.0, 1.0)):
        logits = np.array([[[[0.0, -5000.0 * sign]]], [[[0.0, 5000.0 * sign]]]])
        loss, margins, by_logits = sol.dpo_loss(logits, np.zeros_like(logits), tokens, mask, 1.0)
        assert finite(by_logits)
        close(margins, np.array([sign * 5000.0]), rtol=1e-9)
        close(loss, cost, rtol=1e-9, atol=1e-12)
        close(float(np.abs(by_logits).max()), pull, atol=1e-12)


@case(why="prompt and padding are not the answer: their logits may be NaN, their tokens -100, their gradient is 0")
def what_is_outside_the_mask_does_not_matter(sol):
    logits, reference, tokens, mask = drawn(np.random.default_rng(2), 2, 4, 5)
    mask[:, :, 0] = mask[:, :, -1] = False
    mask[:, :, 1] = True
    clean = sol.dpo_loss(logits, reference, tokens, mask)
    for garbage, token in ((np.nan, -100), (np.inf, 10**6)):
        dirty, dirty_reference, dirty_tokens = logits.copy(), reference.copy(), tokens.copy()
        dirty[~mask], dirty_reference[~mask], dirty_tokens[~mask] = garbage, -garbage, token
        got = sol.dpo_loss(dirty, dirty_reference, dirty_tokens, mask)
        for now, was in zip(got, clean, strict=True):
            close(now, was, rtol=1e-9)
        assert (got[2][~mask] == 0).all()


@property(runs=3, why="each pair is judged by itself, and the mean is over pairs, whatever their lengths")
def pairs_are_independent(sol, rng):
    data = drawn(rng, 4, 3, 4)
    loss, margins, by_logits = sol.dpo_loss(*data, 0.5)
    alone = [sol.dpo_loss(*(part[:, i : i + 1] for part in data), 0.5) for i in range(4)]
    close(margins, np.concatenate([each[1] for each in alone]), rtol=1e-9)
    close(loss, float(np.mean([each[0] for each in alone])), rtol=1e-9)
    close(by_logits, np.concatenate([each[2] for each in alone], axis=1) / 4, rtol=1e-9, atol=1e-15)


@case(why="an answer without tokens has log-probability 0; a pair of two such has nothing to teach")
def empty_answers(sol):
    logits, reference, tokens, mask = drawn(np.random.default_rng(3), 2, 2, 3)
    mask[:, 0] = False
    mask[1, 1] = False
    _, margins, by_logits = sol.dpo_loss(logits, reference, tokens, mask)
    assert margins[0] == 0 and (by_logits[:, 0] == 0).all() and (by_logits[0, 1] != 0).any()


@case(why="logits as large as 10**4, and one token certain: a log of 0 must not arise")
def sharp_logits(sol):
    logits = np.array([[[[1e4, 0.0, -1e4]]], [[[0.0, 0.0, 0.0]]]])
    mask = np.ones((2, 1, 1), dtype=bool)
    _, margins, by_logits = sol.dpo_loss(logits, np.zeros_like(logits), np.array([[[2]], [[0]]]), mask, 0.001)
    close(margins, np.array([0.001 * (np.log(3) - 2e4)]), rtol=1e-9)
    assert finite(by_logits) and abs(by_logits[0, 0, 0, 2]) > 1e-4


@case(why="float32 logits, narrow tokens and views come in, float64 goes out, and nothing that came in is changed")
def dtypes_and_inputs(sol):
    logits, reference, tokens, mask = drawn(np.random.default_rng(4), 2, 3, 4)
    mask[0, 0, 0], tokens[0, 0, 0] = False, -100
    given = logits.astype(np.float32), reference.astype(np.float32), tokens.astype(np.int16), mask
    for array in given:
        array.flags.writeable = False
    (loss, margins, by_logits), after = inout(sol.dpo_loss, *given)
    assert isinstance(loss, float) and margins.dtype == by_logits.dtype == np.float64
    wide = sol.dpo_loss(given[0].astype(np.float64), given[1].astype(np.float64), tokens, mask, 0.1)
    for now, was in zip((loss, margins, by_logits), wide, strict=True):
        close(now, was, rtol=1e-9)
    for now, was in zip(after, given, strict=False):
        close(now, was)


def drawn(rng, n, t, k):
    """Logits of both models, tokens and a mask in which every answer has at least one token."""
    mask = rng.random((2, n, t)) < 0.7
    mask[..., 0] = True
    logits, reference = 2 * rng.normal(size=(2, 2, n, t, k))
    return logits, reference, rng.integers(0, k, size=(2, n, t)), mask
