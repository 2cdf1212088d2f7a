import torch
from holdout_judge import backward, case, close, finite, forbid, inout, oracle, property

forbid("diffusers", why="the step is the exercise")


@case(
    visible=True, why="the worked example of the prompt: one sample at its last step, without noise, and one before it"
)
def example(sol):
    x, eps = torch.full((2, 1), 0.3).requires_grad_(), torch.full((2, 1), 0.5)
    out, after = backward(sol.ddpm_step, x, eps, torch.tensor([0, 1]), torch.tensor([0.9, 0.5]), torch.ones(2, 1))
    close(out.detach(), torch.tensor([[0.149561], [0.278998]]))
    close(after[0].grad, torch.tensor([[1.054093], [1.341641]]))


@oracle(runs=12, rtol=1e-7, why="agrees with the reference over shapes, schedules, times and clipping")
def agrees(rng):
    shape = (int(rng.integers(1, 5)), *(int(n) for n in rng.integers(1, 4, size=rng.integers(0, 4))))
    table = schedule(int(rng.integers(2, 30)), float(rng.uniform(0.05, 0.3)))
    t = torch.tensor(rng.integers(0, len(table), size=shape[0]))
    x, eps, noise = (torch.tensor(rng.normal(size=shape)) for _ in range(3))
    return x, eps, t, table, noise, [None, 1.0, 0.3][int(rng.integers(3))]


@property(
    runs=5, why="guidance differentiates through the step: by the formula, and by 0 where the estimate is clipped"
)
def gradient_is_that_of_the_formula(sol, rng):
    table, t = schedule(10, 0.2), torch.tensor(rng.integers(0, 10, size=3))
    x, eps, noise, upstream = (torch.tensor(rng.normal(size=(3, 4))) for _ in range(4))
    _, after = backward(sol.ddpm_step, leaf(x), leaf(eps), t, table, noise, upstream=upstream)
    bar, before = table[t][:, None], torch.where(t > 0, table[t - 1], 1.0)[:, None]
    beta = 1 - bar / before
    free = ((x - (1 - bar).sqrt() * eps) / bar.sqrt()).abs() <= 1
    through = upstream * free * before.sqrt() * beta / (1 - bar)
    close(after[0].grad, through / bar.sqrt() + upstream * (1 - beta).sqrt() * (1 - before) / (1 - bar), rtol=1e-7)
    close(after[1].grad, -through * (1 / bar - 1).sqrt(), rtol=1e-7)


@case(why="each sample has a time of its own, and its coefficient belongs to the first axis: here all axes are equal")
def times_belong_to_samples(sol):
    table, t = schedule(20, 0.2), torch.tensor([0, 7, 19])
    x, eps, noise = (torch.randn(3, 3, 3, generator=torch.Generator().manual_seed(n)).double() for n in range(3))
    together = sol.ddpm_step(x, eps, t, table, noise)
    for at in range(3):
        row = slice(at, at + 1)
        close(together[row], sol.ddpm_step(x[row], eps[row], t[row], table, noise[row]), rtol=1e-9)


@case(why="the last step draws nothing: the estimate itself, clipped, is the picture")
def the_last_step_has_no_noise(sol):
    table = schedule(5, 0.1)
    x, eps = torch.tensor([[0.2, -3.0]], dtype=torch.float64), torch.tensor([[0.1, 0.0]], dtype=torch.float64)
    noise, t = torch.full((1, 2), 1e6, dtype=torch.float64), torch.tensor([0])
    whole = (x - (1 - table[0]).sqrt() * eps) / table[0].sqrt()
    close(sol.ddpm_step(x, eps, t, table, noise), whole.clamp(-1, 1), rtol=1e-9)
    close(sol.ddpm_step(x, eps, t, table, noise, None), whole, rtol=1e-9)


@case(why="a schedule that is a buffer of the model, and noise that is optimised elsewhere, are constants of this step")
def schedule_and_noise_get_no_gradient(sol):
    x, eps, noise = (torch.tensor([[value]], dtype=torch.float64) for value in (0.3, 0.2, 0.1))
    table = leaf(schedule(4, 0.2))
    _, after = backward(sol.ddpm_step, leaf(x), leaf(eps), torch.tensor([2]), table, leaf(noise))
    assert after[3].grad is None or (after[3].grad == 0).all()
    assert after[4].grad is None or (after[4].grad == 0).all()
    assert (after[0].grad != 0).all() and (after[1].grad != 0).all()


@case(why="with a thousand steps beta is a ten-thousandth: from a table cast to the samples' dtype it keeps no digit")
def a_fine_schedule_in_every_dtype(sol):
    table, t = torch.linspace(1e-4, 2e-2, 1000, dtype=torch.float64).neg().add(1).cumprod(0), torch.tensor([1, 40, 999])
    samples = [torch.linspace(-1, 1, 300, dtype=torch.float64).reshape(3, 100) * scale for scale in (1.0, 0.5, 2.0)]
    for dtype, tolerance in (
        (torch.float64, 1e-9),
        (torch.float32, 2e-6),
        (torch.float16, 5e-4),
        (torch.bfloat16, 4e-3),
    ):  # half a unit in the last place for the rounding at the end, and a little for float32 arithmetic
        x, eps, noise = (one.to(dtype) for one in samples)
        out, after = backward(sol.ddpm_step, leaf(x), leaf(eps), t, table, noise)
        expected = posterior(x.double(), eps.double(), t, table, noise.double())
        assert out.dtype == after[0].grad.dtype == after[1].grad.dtype == dtype
        assert finite(after[0].grad) and finite(after[1].grad)
        close(out.detach().double(), expected, rtol=tolerance, atol=min(tolerance, 4e-6))


@case(
    why="samplers keep x for the trajectory, and a half table is as good as its digits: nothing that came in is changed"
)
def inputs_are_kept(sol):
    given = (
        torch.randn(2, 3, 4, generator=torch.Generator().manual_seed(0)).transpose(1, 2),
        torch.randn(2, 4, 3, generator=torch.Generator().manual_seed(1)),
        torch.tensor([0, 3], dtype=torch.int64),
        schedule(4, 0.2).float(),
        torch.randn(2, 4, 3, generator=torch.Generator().manual_seed(2)),
    )
    out, after = inout(sol.ddpm_step, *given)
    assert out.dtype == torch.float32 and not out.requires_grad
    close(out, posterior(*(one.double() if one.is_floating_point() else one for one in given)).float())
    for now, kept in zip(after, given, strict=True):
        close(now, kept)


def schedule(steps, rate):
    """A falling table of cumulative products."""
    return (1 - torch.linspace(rate / 10, rate, steps, dtype=torch.float64)).cumprod(0)


def posterior(x, eps, t, table, noise):
    """The step sample by sample, in Python floats for the coefficients."""
    rows = []
    for at, time in enumerate(t.tolist()):
        bar = table[time].item()
        before = table[time - 1].item() if time else 1.0
        beta = (before - bar) / before
        x0 = ((x[at] - (1 - bar) ** 0.5 * eps[at]) / bar**0.5).clamp(-1, 1)
        mean = (before**0.5 * beta * x0 + (bar / before) ** 0.5 * (1 - before) * x[at]) / (1 - bar)
        rows.append(mean + (beta * (1 - before) / (1 - bar)) ** 0.5 * noise[at])
    return torch.stack(rows)


def leaf(values):
    """A tensor of its own that requires a gradient."""
    return values.detach().clone().requires_grad_()
