import torch
from holdout_judge import backward, case, close, finite, forbid, inout, oracle, property

forbid("torchvision", why="the loss is the exercise")


@case(visible=True, why="the worked example of the prompt: an undecided model on one fraud")
def example(sol):
    loss, (seen, _) = backward(sol.focal_loss, leaf([0.0], torch.float32), torch.tensor([1]))
    close(loss, torch.tensor(0.0433217))
    close(seen.grad, torch.tensor([-0.0745717]))


@oracle(runs=12, rtol=1e-6, why="agrees with the reference over shapes, labels, gamma and alpha")
def agrees(rng):
    shape = tuple(int(n) for n in rng.integers(1, 6, size=rng.integers(1, 4)))
    return (*drawn(rng, shape), float(rng.uniform(0, 4)), float(rng.uniform(0.05, 0.95)))


@property(
    runs=6, why="the factor in front of the log is differentiated too, and what comes in from above scales it all"
)
def gradient_is_the_loss_s_own(sol, rng):
    logits, y = drawn(rng, (7,))
    gamma, weight = float(rng.uniform(0.2, 4)), torch.tensor(float(rng.uniform(0.5, 3)), dtype=torch.float64)
    loss, (seen, *_) = backward(sol.focal_loss, leaf(logits), y, gamma, 0.3, upstream=weight)
    close(seen.grad, weight * slope(logits, y, gamma, 0.3) / 7, rtol=1e-6)
    assert loss.ndim == 0 and loss.requires_grad


@case(why="a confident model has logits of thousands: no NaN from autograd, for both labels and every gamma")
def confident_logits_stay_finite(sol):
    for dtype in (torch.float64, torch.float32):
        for gamma in (2.0, 0.0, 0.5, 5.0):
            for label in (0, 1):
                logits = leaf([-1e4, -800.0, -40.0, 40.0, 800.0, 1e4], dtype)
                loss, (seen, *_) = backward(sol.focal_loss, logits, torch.full((6,), label), gamma)
                assert finite(loss) and finite(seen.grad)


@case(why="a confident mistake costs its logit and pulls with full weight: clipping would silence it")
def confident_mistakes_cost_what_they_should(sol):
    loss, (seen, _) = backward(sol.focal_loss, leaf([-60.0]), torch.tensor([1]))
    close(loss, torch.tensor(15.0, dtype=torch.float64), rtol=1e-6)
    close(seen.grad, torch.tensor([-0.25], dtype=torch.float64), rtol=1e-6)
    loss, (seen, _) = backward(sol.focal_loss, leaf([1e4]), torch.tensor([0]))
    close(loss, torch.tensor(7500.0, dtype=torch.float64), rtol=1e-6)
    close(seen.grad, torch.tensor([0.75], dtype=torch.float64), rtol=1e-6)


@case(why="millions of easy rows have a tiny loss each, not none: 1 - p_t must not come from a subtraction")
def easy_rows_keep_their_digits(sol):
    loss, (seen, *_) = backward(sol.focal_loss, leaf([40.0]), torch.tensor([1]), 1.0, 0.5)
    tiny = torch.exp(torch.tensor(-80.0, dtype=torch.float64))
    close(loss, 0.5 * tiny, rtol=1e-6, atol=0)
    close(seen.grad, -tiny[None], rtol=1e-6, atol=0)


@property(runs=5, why="gamma = 0 must be the weighted cross-entropy that everybody knows")
def gamma_zero_is_cross_entropy(sol, rng):
    logits, y = drawn(rng, (30,))
    alpha = float(rng.uniform(0.1, 0.9))
    loss, (seen, *_) = backward(sol.focal_loss, leaf(logits), y, 0.0, alpha)
    weight = weights(y, alpha)
    expected = torch.nn.functional.binary_cross_entropy_with_logits(logits, y.double(), weight)
    close(loss.detach(), expected, rtol=1e-6)
    close(seen.grad, weight * (logits.sigmoid() - y) / 30, rtol=1e-6)


@case(why="gamma and alpha have defaults, those of the paper, and may be named")
def defaults(sol):
    logits, y = torch.tensor([0.3, -1.2], dtype=torch.float64), torch.tensor([1, 0])
    close(sol.focal_loss(logits, y), torch.tensor(0.01783924, dtype=torch.float64), rtol=1e-6)
    close(sol.focal_loss(logits, y, alpha=0.25, gamma=2.0), sol.focal_loss(logits, y), rtol=1e-12)


@case(why="float32 in, float32 out; labels arrive as booleans, logits as a column; both stay as they are")
def float32_in_float32_out(sol):
    table = torch.tensor([[0.5, 9.0], [-2.0, 9.0], [3.0, 9.0]])
    labels = torch.tensor([True, False, True])
    loss, (logits, kept) = inout(sol.focal_loss, table[:, 0], labels)
    wide = sol.focal_loss(table[:, 0].double(), labels)
    assert not loss.requires_grad
    close(loss, wide.float())
    close(logits, table[:, 0])
    close(kept, labels)


@case(why="mixed precision hands over half floats: a mean over them in half would lose its digits, or overflow")
def half_precision_is_computed_in_float32(sol):
    values = torch.linspace(-60, 60, 999, dtype=torch.float64)
    y = torch.arange(999) % 3 == 0
    for dtype in (torch.bfloat16, torch.float16):
        logits = leaf(values, dtype)
        loss, (seen, _) = backward(sol.focal_loss, logits, y)
        exact = logits.detach().double()
        assert seen.grad.dtype == dtype
        close(loss.detach(), sol.focal_loss(exact, y).float(), rtol=1e-5)
        close(seen.grad, (slope(exact, y.int(), 2.0, 0.25) / 999).to(dtype), atol=1e-6)


def drawn(rng, shape):
    """Logits of ordinary size and labels, both of `shape`."""
    return torch.tensor(rng.normal(scale=2.0, size=shape)), torch.tensor((rng.random(shape) < 0.4).astype(int))


def leaf(values, dtype=torch.float64):
    """A tensor of its own that requires a gradient."""
    return torch.as_tensor(values).to(dtype, copy=True).requires_grad_()


def weights(y, alpha):
    """alpha where y is 1, else 1 - alpha, in float64."""
    return torch.where(y == 1, torch.tensor(alpha, dtype=torch.float64), 1 - alpha)


def slope(z, y, gamma, alpha):
    """The derivative of one row's loss, from its formula, for logits of ordinary size or float64."""
    sign = 2.0 * y - 1
    p, miss = (sign * z).sigmoid(), (-sign * z).sigmoid()
    log_p = torch.nn.functional.logsigmoid(sign * z)
    return sign * weights(y, alpha) * miss**gamma * (gamma * p * log_p - miss)
