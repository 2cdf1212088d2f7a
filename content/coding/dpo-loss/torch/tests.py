import torch
from holdout_judge import backward, case, close, finite, forbid, inout, oracle, property

for name in ("functional.cross_entropy", "functional.nll_loss", "CrossEntropyLoss", "NLLLoss"):
    forbid(f"torch.nn.{name}", why="the likelihood of an answer is part of the exercise")
forbid("torch.ops", why="the likelihood of an answer is part of the exercise")


@case(visible=True, why="the worked example of the prompt: two models that agree, before the first step")
def example(sol):
    tokens, mask = torch.tensor([[[0]], [[1]]]), torch.ones(2, 1, 1, dtype=torch.bool)
    (loss, margins), after = run(sol, leaf(torch.zeros(2, 1, 1, 2)), torch.zeros(2, 1, 1, 2), tokens, mask)
    close(loss.detach(), torch.tensor(0.693147))
    close(margins, torch.tensor([0.0]))
    close(after[0].grad, torch.tensor([[[[-0.025, 0.025]]], [[[-0.025, 0.025]]]]))


@oracle(
    runs=10, rtol=1e-6, why="agrees with the reference over numbers of pairs, lengths, vocabularies, masks and beta"
)
def agrees(rng):
    return (*drawn(rng, *(int(n) for n in rng.integers(1, 6, size=3))), float(rng.uniform(0.05, 1)))


@property(runs=5, why="a more likely preferred answer lowers the loss: the gradient is that of the formula")
def gradient_is_that_of_the_formula(sol, rng):
    logits, reference, tokens, mask = drawn(rng, 3, 4, 5)
    weight = torch.tensor(rng.uniform(0.5, 3))
    (loss, margins), after = run(sol, leaf(logits), reference, tokens, mask, 0.4, upstream=(weight, None))
    ours, theirs = likelihood(logits, tokens, mask), likelihood(reference, tokens, mask)
    m = 0.4 * ((ours - theirs)[0] - (ours - theirs)[1])
    close(margins, m, rtol=1e-6)
    close(loss.detach(), torch.log1p(torch.exp(-m)).mean(), rtol=1e-6)
    pull = weight * 0.4 * torch.sigmoid(-m) / 3 * torch.tensor([[-1.0], [1.0]])
    onehot = torch.nn.functional.one_hot(tokens.masked_fill(~mask, 0), 5)
    expected = (pull[..., None] * mask)[..., None] * (onehot - logits.softmax(dim=-1))
    close(after[0].grad, expected, rtol=1e-6, atol=1e-9)


@case(why="a reference that somebody forgot to freeze must not be trained, least of all away from the policy")
def the_reference_gets_no_gradient(sol):
    logits, reference, tokens, mask = drawn(seeded(0), 2, 3, 4)
    (loss, margins), after = run(sol, leaf(logits), leaf(reference), tokens, mask)
    assert after[1].grad is None or (after[1].grad == 0).all()
    assert (after[0].grad != 0).any() and loss.ndim == 0


@case(why="margins go to the logger, which keeps them: with a graph they keep every activation of the step")
def margins_have_no_graph(sol):
    logits, reference, tokens, mask = drawn(seeded(1), 2, 3, 4)
    (loss, margins), _ = run(sol, leaf(logits), reference, tokens, mask)
    assert loss.requires_grad and not margins.requires_grad and margins.shape == (2,)


@case(why="long answers differ by thousands of nats: no overflow, no NaN, and full pull where the pair is wrong")
def large_margins_stay_finite(sol):
    tokens, mask = torch.zeros(2, 1, 1, dtype=torch.int64), torch.ones(2, 1, 1, dtype=torch.bool)
    for dtype in (torch.float32, torch.float64):
        for sign, cost, pull in ((1.0, 0.0, 0.0), (-1.0, 5000.0, 1.0)):
            logits = torch.tensor([[[[0.0, -5000.0 * sign]]], [[[0.0, 5000.0 * sign]]]], dtype=dtype)
            (loss, margins), after = run(sol, leaf(logits, dtype), torch.zeros_like(logits), tokens, mask, 1.0)
            close(margins, torch.tensor([sign * 5000.0], dtype=dtype), rtol=1e-3)
            close(loss.detach(), torch.tensor(cost, dtype=dtype), rtol=1e-3, atol=1e-6)
            close(after[0].grad.abs().amax(), torch.tensor(pull, dtype=dtype), atol=1e-6)


@case(why="prompt and padding are not the answer: their logits may be NaN, their tokens -100, their gradient is 0")
def what_is_outside_the_mask_does_not_matter(sol):
    logits, reference, tokens, mask = drawn(seeded(2), 2, 4, 5)
    mask[:, :, 0], mask[:, :, -1] = False, False
    clean, at_clean = run(sol, leaf(logits), reference, tokens, mask)
    dirty, tokens_of_padding = logits.clone(), tokens.clone()
    dirty[~mask], tokens_of_padding[~mask] = torch.nan, -100
    dirty_reference = reference.clone()
    dirty_reference[~mask] = torch.inf
    got, after = run(sol, leaf(dirty), dirty_reference, tokens_of_padding, mask)
    close(got[0].detach(), clean[0].detach())
    close(got[1], clean[1])
    close(after[0].grad, at_clean[0].grad)
    assert (after[0].grad[~mask] == 0).all() and finite(after[0].grad)


@case(why="the sum, not the mean: a log-probability of an answer is that of all its tokens")
def lengths_are_not_divided_out(sol):
    logits = torch.log(torch.tensor([0.8, 0.2])).expand(2, 1, 3, 2)
    reference = torch.log(torch.tensor([0.5, 0.5])).expand(2, 1, 3, 2)
    mask = torch.tensor([[[True, True, True]], [[True, False, False]]])
    _, margins = sol.dpo_loss(logits, reference, torch.zeros(2, 1, 3, dtype=torch.int64), mask, 1.0)
    close(margins, torch.tensor([2 * 0.470004]))


@case(why="logits of a half-precision model: a sum over a vocabulary and a long answer needs float32")
def half_precision_is_computed_in_float32(sol):
    logits, reference, tokens, mask = drawn(seeded(3), 2, 24, 300)
    for dtype in (torch.bfloat16, torch.float16):
        short, short_reference = leaf(logits, dtype), reference.to(dtype)
        (loss, margins), after = run(sol, short, short_reference, tokens, mask, 0.5)
        wide, wide_reference = short.detach().double(), short_reference.double()
        ratio = likelihood(wide, tokens, mask) - likelihood(wide_reference, tokens, mask)
        m = 0.5 * (ratio[0] - ratio[1])
        assert loss.dtype == margins.dtype == torch.float32 and after[0].grad.dtype == dtype
        close(margins, m.float(), rtol=1e-4, atol=1e-4)
        close(loss.detach(), torch.log1p(torch.exp(-m)).mean().float(), rtol=1e-3)


@case(why="float32 in, float32 out, beta has a default, and nothing that came in is changed")
def inputs_are_kept(sol):
    logits, reference, tokens, mask = drawn(seeded(4), 2, 3, 4)
    mask[0, 0, 0], tokens[0, 0, 0] = False, -100
    given = logits.float(), reference.float(), tokens.int(), mask
    (loss, margins), after = inout(sol.dpo_loss, *given)
    close((loss, margins), sol.dpo_loss(*given, beta=0.1))
    assert loss.dtype == margins.dtype == torch.float32 and not loss.requires_grad
    close(sol.dpo_loss(logits, reference, tokens, mask)[1], margins.double(), rtol=1e-4, atol=1e-6)
    for now, kept in zip(after, given, strict=False):
        close(now, kept)


def run(sol, *args, upstream=None):
    """One call and a backward pass from its loss alone: ((loss, margins), arguments afterwards)."""
    one = torch.ones((), dtype=torch.promote_types(args[0].dtype, torch.float32))
    return backward(sol.dpo_loss, *args, upstream=upstream or (one, None))


def drawn(rng, n, t, k):
    """Logits of both models, tokens and a mask in which every answer has at least one token."""
    mask = torch.tensor(rng.random((2, n, t)) < 0.7)
    mask[..., 0] = True
    logits, reference = (torch.tensor(rng.normal(size=(2, n, t, k))) for _ in range(2))
    return logits, reference, torch.tensor(rng.integers(0, k, size=(2, n, t))), mask


def seeded(seed):
    import numpy as np

    return np.random.default_rng(seed)


def likelihood(logits, tokens, mask):
    """Summed log-probabilities (2, n)."""
    picked = torch.distributions.Categorical(logits=logits).log_prob(tokens.masked_fill(~mask, 0))
    return (picked * mask).sum(dim=-1)


def leaf(values, dtype=None):
    """A tensor of its own that requires a gradient."""
    return values.detach().to(dtype or values.dtype, copy=True).requires_grad_()
