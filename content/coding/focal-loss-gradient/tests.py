import numpy as np
from holdout_judge import case, close, finite, forbid, gradient, inout, oracle, property

forbid("scipy", why="the stable sigmoid is half of the exercise")


@case(visible=True, why="the worked example of the prompt: an undecided model on one fraud")
def example(sol):
    loss, grad = sol.focal_loss(np.array([0.0]), np.array([1]))
    close(loss, 0.0625 * np.log(2), rtol=1e-9)
    close(grad, np.array([-0.0625 * np.log(2) - 0.03125]), rtol=1e-9)


@oracle(runs=20, rtol=1e-6, why="agrees with the reference over shapes, labels, gamma and alpha")
def agrees(rng):
    shape = tuple(int(n) for n in rng.integers(1, 6, size=rng.integers(1, 4)))
    return (*drawn(rng, shape), float(rng.uniform(0, 4)), float(rng.uniform(0.05, 0.95)))


@gradient(runs=8, wrt="logits", why="the gradient must be that of the reported loss, factor and mean included")
def gradient_is_the_loss_s_own(rng):
    return (*drawn(rng, (7,)), float(rng.uniform(0.5, 4)), 0.3)


@case(why="a confident model has logits of thousands: no log of 0, no overflow, for both labels and every gamma")
def confident_logits_stay_finite(sol):
    logits = np.array([-1e4, -800.0, -40.0, 40.0, 800.0, 1e4])
    for gamma in (2.0, 0.0, 0.5, 5.0):
        for label in (0, 1):
            loss, grad = sol.focal_loss(logits, np.full(6, label), gamma)
            assert np.isfinite(loss) and finite(grad)


@case(why="a confident mistake costs its logit and pulls with full weight: clipping would silence it")
def confident_mistakes_cost_what_they_should(sol):
    loss, grad = sol.focal_loss(np.array([-60.0]), np.array([1]))
    close(loss, 0.25 * 60, rtol=1e-6)
    close(grad, np.array([-0.25]), rtol=1e-6)
    loss, grad = sol.focal_loss(np.array([1e4]), np.array([0]))
    close(loss, 0.75 * 1e4, rtol=1e-6)
    close(grad, np.array([0.75]), rtol=1e-6)


@case(why="millions of easy rows have a tiny loss each, not none: 1 - p_t must not come from a subtraction")
def easy_rows_keep_their_digits(sol):
    loss, grad = sol.focal_loss(np.array([40.0]), np.array([1]), 1.0, 0.5)
    close(loss, 0.5 * np.exp(-80.0), rtol=1e-6, atol=0)
    close(grad, np.array([-np.exp(-80.0)]), rtol=1e-6, atol=0)


@property(runs=8, why="gamma = 0 must be the weighted cross-entropy that everybody knows")
def gamma_zero_is_cross_entropy(sol, rng):
    logits, y = drawn(rng, (30,))
    alpha = float(rng.uniform(0.1, 0.9))
    loss, grad = sol.focal_loss(logits, y, 0.0, alpha)
    p, weight = 1 / (1 + np.exp(-logits)), np.where(y == 1, alpha, 1 - alpha)
    close(loss, float(-np.mean(weight * (y * np.log(p) + (1 - y) * np.log(1 - p)))))
    close(grad, weight * (p - y) / 30)


@property(runs=8, why="exchanging the classes, the sign and alpha describes the same situation")
def mirrored_classes(sol, rng):
    logits, y = drawn(rng, (25,))
    loss, grad = sol.focal_loss(logits, y, 1.5, 0.3)
    mirrored, mirrored_grad = sol.focal_loss(-logits, 1 - y, 1.5, 0.7)
    close(mirrored, loss, rtol=1e-9)
    close(mirrored_grad, -grad, rtol=1e-9)


@case(why="gamma and alpha have defaults, those of the paper, and may be named")
def defaults(sol):
    logits, y = np.array([0.3, -1.2]), np.array([1, 0])
    loss, grad = sol.focal_loss(logits, y)
    named, named_grad = sol.focal_loss(logits, y, alpha=0.25, gamma=2.0)
    close(loss, 0.01783924, rtol=1e-6)
    close(named, loss, rtol=1e-12)
    close(named_grad, grad, rtol=1e-12)


@case(why="training runs in float32, and labels arrive as booleans; a column of a table is not contiguous")
def float32_in_float32_out(sol):
    table = np.array([[0.5, 9.0], [-2.0, 9.0], [3.0, 9.0]], dtype=np.float32)
    labels = np.array([True, False, True])
    (loss, grad), after = inout(sol.focal_loss, table[:, 0], labels)
    wide_loss, wide_grad = sol.focal_loss(np.array([0.5, -2.0, 3.0]), labels)
    assert grad.dtype == np.float32 and type(loss) is float
    close(loss, wide_loss, rtol=1e-5)
    close(grad, wide_grad.astype(np.float32))
    close(after[0], np.array([0.5, -2.0, 3.0], dtype=np.float32))
    close(after[1], np.array([True, False, True]))


def drawn(rng, shape):
    """Logits of ordinary size and labels, both of `shape`."""
    return rng.normal(scale=2.0, size=shape), (rng.random(shape) < 0.4).astype(int)
