import torch
from holdout_judge import backward, case, close, finite, forbid, inout, oracle, property

for name in ("torchrl", "trl", "stable_baselines3"):
    forbid(name, why="the objective is the exercise")


@case(visible=True, why="the worked example of the prompt: a token that gained enough, and one on policy")
def example(sol):
    logp, old = leaf(torch.log(torch.tensor([[0.6, 0.2]]))), torch.log(torch.tensor([[0.4, 0.2]]))
    (loss, clipped), after = run(sol, logp, old, torch.tensor([2.0]), torch.tensor([[True, True]]))
    close(loss.detach(), torch.tensor(-2.2))
    close(clipped, torch.tensor(0.5))
    close(after[0].grad, torch.tensor([[0.0, -1.0]]))


@oracle(runs=12, rtol=1e-6, why="agrees with the reference over sizes, masks, both shapes of advantages and epsilon")
def agrees(rng):
    logp, old, advantages, mask = drawn(rng, int(rng.integers(1, 6)), int(rng.integers(1, 6)))
    return logp, old, advantages[:, 0] if rng.random() < 0.5 else advantages, mask, float(rng.uniform(0.05, 0.5))


@case(why="four kinds of token: only gains already made and losses already taken are held back, never a mistake")
def clipping_is_one_sided(sol):
    ratio = torch.tensor([[1.5, 1.5, 0.5, 0.5, 1.0]], dtype=torch.float64)
    advantages = torch.tensor([[1.0, -1.0, 1.0, -1.0, 3.0]], dtype=torch.float64)
    mask = torch.ones(1, 5, dtype=torch.bool)
    (loss, clipped), after = run(sol, leaf(ratio.log()), torch.zeros_like(ratio), advantages, mask)
    close(loss.detach(), torch.tensor(-(1.2 - 1.5 + 0.5 - 0.8 + 3.0) / 5, dtype=torch.float64))
    close(clipped, torch.tensor(0.4, dtype=torch.float64))
    close(after[0].grad, torch.tensor([[0.0, 0.3, -0.1, 0.0, -0.6]], dtype=torch.float64))


@property(runs=4, why="on policy every token pulls with its advantage, whatever comes in from above")
def on_policy_it_is_the_policy_gradient(sol, rng):
    logp, _, advantages, mask = drawn(rng, 4, 5)
    weight = torch.tensor(rng.uniform(0.5, 3))
    (loss, clipped), after = run(sol, leaf(logp), logp, advantages, mask, upstream=weight)
    close(after[0].grad, -weight * advantages * mask / mask.sum(), rtol=1e-9)
    close(loss.detach(), -(advantages * mask).sum() / mask.sum(), rtol=1e-9)
    close(clipped, torch.tensor(0.0, dtype=torch.float64))
    assert loss.ndim == 0 and not clipped.requires_grad


@case(why="log-probabilities of the sampler and advantages of a critic come with graphs: this loss must not train them")
def nothing_else_is_trained(sol):
    logp, old, advantages, mask = drawn(seeded(0), 3, 4)
    (_, clipped), after = run(sol, leaf(logp), leaf(old), leaf(advantages), mask)
    for got in after[1:3]:
        assert got.grad is None or (got.grad == 0).all()
    assert (after[0].grad != 0).any() and not clipped.requires_grad


@case(why="a token that became e^100 times likelier: infinity times 0 is NaN, and one NaN ends the run")
def runaway_ratios_stay_finite(sol):
    old, mask = torch.tensor([[-120.0, -1.0, -120.0, -1.0]]), torch.ones(1, 4, dtype=torch.bool)
    logp, advantages = torch.tensor([[-1.0, -120.0, -1.0, -120.0]]), torch.tensor([[1.0, 1.0, -1.0, -1.0]])
    for dtype in (torch.float32, torch.float64):
        given = leaf(logp.to(dtype)), old.to(dtype), advantages.to(dtype), mask
        (loss, clipped), after = run(sol, *given)
        close(loss.detach(), torch.tensor((485165195.41 + 0.8 - 1.2) / 4, dtype=dtype), rtol=1e-5)
        close(clipped, torch.tensor(0.5, dtype=dtype))
        close(after[0].grad, torch.zeros(1, 4, dtype=dtype), atol=1e-8)


@case(why="a log-ratio of 19 is within the bound of 20: its gradient is there, on the side that is not clipped")
def large_ratios_below_the_bound_count(sol):
    logp, old = (
        leaf(torch.tensor([[0.0, -19.0]], dtype=torch.float64)),
        torch.tensor([[-19.0, 0.0]], dtype=torch.float64),
    )
    advantages, mask = torch.tensor([[-1.0, 1.0]], dtype=torch.float64), torch.ones(1, 2, dtype=torch.bool)
    _, after = run(sol, logp, old, advantages, mask)
    one = torch.tensor([[19.0, -19.0]], dtype=torch.float64).exp()
    close(after[0].grad, one * torch.tensor([[0.5, -0.5]]), rtol=1e-9, atol=0)


@case(why="prompt and padding do not count: NaN or -inf there must reach neither the loss nor a gradient")
def what_is_outside_the_mask_does_not_matter(sol):
    logp, old, advantages, mask = drawn(seeded(2), 3, 5)
    clean, at_clean = run(sol, leaf(logp), old, advantages, mask)
    for garbage in (torch.nan, -torch.inf):
        dirty = [one.masked_fill(~mask, garbage) for one in (logp, old, advantages)]
        got, after = run(sol, leaf(dirty[0]), *dirty[1:], mask)
        close(got[0].detach(), clean[0].detach())
        close(got[1], clean[1])
        close(after[0].grad, at_clean[0].grad)
        assert (after[0].grad[~mask] == 0).all()


@case(
    why="a batch in which every answer was filtered out must not end the run: 0 and zeros; one token is a mean of one"
)
def few_tokens_count(sol):
    logp, old, advantages, mask = drawn(seeded(3), 2, 3)
    (loss, clipped), after = run(sol, leaf(logp), old, advantages, torch.zeros_like(mask))
    assert loss.item() == 0.0 and clipped.item() == 0.0
    close(after[0].grad, torch.zeros(2, 3, dtype=torch.float64))
    mask = torch.zeros_like(mask)
    mask[1, 2] = True
    (loss, _), after = run(sol, leaf(logp), logp, advantages, mask)
    close(loss.detach(), -advantages[1, 2])
    close(after[0].grad, -advantages * mask)


@case(why="a ratio near 1 in bfloat16 is 1 or 1.008: the difference and its exponential need float32")
def half_precision_is_computed_in_float32(sol):
    logp, old, advantages, mask = drawn(seeded(4), 16, 64)
    for dtype in (torch.bfloat16, torch.float16):
        given = logp.to(dtype), old.to(dtype), advantages.to(dtype), mask
        (loss, clipped), after = run(sol, leaf(given[0]), *given[1:])
        assert loss.dtype == clipped.dtype == torch.float32 and after[0].grad.dtype == dtype
        exact = sol.clipped_policy_loss(*(one.double() for one in given[:3]), mask)
        close(loss.detach(), exact[0].float(), rtol=1e-4, atol=1e-5)
        close(clipped, exact[1].float(), atol=1e-6)


@case(why="float32 in, float32 out, epsilon is 0.2 where nobody says otherwise, and what came in stays as it is")
def inputs_are_kept(sol):
    logp, old, advantages, mask = drawn(seeded(5), 4, 6)
    given = logp.float(), old.float(), advantages[:, 0].float(), mask
    (loss, clipped), after = inout(sol.clipped_policy_loss, *given)
    close((loss, clipped), sol.clipped_policy_loss(*given, epsilon=0.2))
    assert loss.dtype == clipped.dtype == torch.float32 and finite(loss)
    for now, kept in zip(after, given, strict=True):
        close(now, kept)


def run(sol, *args, upstream=None):
    """One call and a backward pass from its loss alone: ((loss, clipped), arguments afterwards)."""
    one = torch.ones((), dtype=torch.promote_types(args[0].dtype, torch.float32)) if upstream is None else upstream
    return backward(sol.clipped_policy_loss, *args, upstream=(one, None))


def drawn(rng, n, t):
    """Log-probabilities that differ by some tenths, advantages of both signs, and a mask with at least one token."""
    old = torch.tensor(-rng.exponential(size=(n, t)))
    mask = torch.tensor(rng.random((n, t)) < 0.7)
    mask[0, 0] = True
    return old + torch.tensor(rng.normal(scale=0.3, size=(n, t))), old, torch.tensor(rng.normal(size=(n, t))), mask


def seeded(seed):
    import numpy as np

    return np.random.default_rng(seed)


def leaf(values):
    """A tensor of its own that requires a gradient."""
    return values.detach().clone().requires_grad_()
