import numpy as np
from holdout_judge import case, close, finite, forbid, gradient, inout, oracle, property, raises

forbid("scipy", why="a stable softmax is the exercise")


@case(visible=True, why="the worked example of the prompt: one row counts, one is padding")
def example(sol):
    loss, grad = sol.cross_entropy(np.array([[2.0, 0.0], [0.0, 0.0]]), np.array([0, -100]))
    close(loss, float(np.log1p(np.exp(-2.0))))
    miss = 1 / (1 + np.exp(2.0))
    close(grad, np.array([[-miss, miss], [0.0, 0.0]]))


@oracle(runs=20, why="agrees with the reference over batch sizes, numbers of classes and padding")
def agrees(rng):
    n, k = int(rng.integers(1, 20)), int(rng.integers(1, 12))
    targets = np.where(rng.random(n) < 0.3, -100, rng.integers(0, k, size=n))
    return rng.normal(scale=3, size=(n, k)), targets


@gradient(runs=6, wrt="logits", why="the gradient must be that of the reported mean")
def gradient_is_the_loss_s_own(rng):
    return rng.normal(size=(5, 4)), np.array([0, 3, -100, 1, 1])


@property(runs=10, why="only differences of logits matter; a model's logits drift by thousands")
def a_shift_of_a_row_changes_nothing(sol, rng):
    logits, targets = rng.normal(size=(6, 5)), rng.integers(0, 5, size=6)
    loss, grad = sol.cross_entropy(logits, targets)
    shifted, shifted_grad = sol.cross_entropy(logits + rng.uniform(-5000, 5000, size=(6, 1)), targets)
    close(shifted, loss, rtol=1e-6)
    close(shifted_grad, grad, rtol=1e-6)


@case(why="rows on very different scales share a batch; none may underflow because of another")
def rows_are_independent(sol):
    loss, grad = sol.cross_entropy(np.array([[1000.0, 1001.0], [-1000.0, -1001.0]]), np.array([1, 1]))
    close(loss, 0.5 + float(np.log1p(np.exp(-1.0))))
    assert finite(grad)


@case(why="a confident mistake costs the difference of its logits, hundreds if need be, not infinity")
def confident_mistakes_are_finite(sol):
    loss, grad = sol.cross_entropy(np.array([[0.0, 2000.0]]), np.array([0]))
    close(loss, 2000.0)
    close(grad, np.array([[-1.0, 1.0]]))


@case(why="the same sentence in a longer batch is the same sentence: padding is not data")
def padding_does_not_dilute(sol):
    logits, targets = np.array([[1.0, 2.0, 0.5], [0.1, 0.2, 0.3]]), np.array([2, 0])
    loss, grad = sol.cross_entropy(logits, targets)
    longer = np.concatenate([logits, np.full((6, 3), 7.0)])
    padded, padded_grad = sol.cross_entropy(longer, np.array([2, 0] + [-100] * 6))
    close(padded, loss)
    close(padded_grad[:2], grad)
    assert (padded_grad[2:] == 0).all()


@case(why="buffers behind the padding are not cleared: NaN there must not reach loss or gradient")
def garbage_in_ignored_rows(sol):
    logits = np.array([[0.0, 1.0], [np.nan, np.inf], [1.0, -1.0]])
    loss, grad = sol.cross_entropy(logits, np.array([0, -100, 1]))
    close(loss, float(np.log1p(np.exp(1.0)) + np.log1p(np.exp(2.0))) / 2)
    assert finite(grad) and (grad[1] == 0).all()


@case(why="a batch of padding only happens at the end of an epoch: loss 0, no nan into the weights")
def all_rows_ignored(sol):
    loss, grad = sol.cross_entropy(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([-100, -100]))
    assert loss == 0.0 and type(loss) is float
    close(grad, np.zeros((2, 2)))


@case(why="a target that is no class is a bug of the tokeniser: it must not train some other class")
def targets_are_checked(sol):
    logits = np.zeros((2, 3))
    for bad in (-1, 3, -99):
        raises(ValueError, sol.cross_entropy, logits, np.array([0, bad]))


@case(why="other code bases mark padding with 0 or -1")
def ignore_index_is_a_parameter(sol):
    logits = np.array([[0.0, 1.0], [5.0, 0.0]])
    loss, grad = sol.cross_entropy(logits, np.array([1, 0]), 0)
    close(loss, float(np.log1p(np.exp(-1.0))))
    assert (grad[1] == 0).all()
    close(sol.cross_entropy(logits, np.array([1, -1]), ignore_index=-1)[0], loss)


@case(why="constrained decoding forbids tokens with -inf: no nan, also when the target is the forbidden one")
def forbidden_tokens(sol):
    loss, grad = sol.cross_entropy(np.array([[0.0, -np.inf, 0.0]]), np.array([0]))
    close(loss, float(np.log(2)))
    close(grad, np.array([[-0.5, 0.0, 0.5]]))
    loss, grad = sol.cross_entropy(np.array([[0.0, -np.inf]]), np.array([1]))
    assert loss == np.inf
    close(grad, np.array([[1.0, -1.0]]))


@case(why="float32 in, float32 out, and the arguments stay as they are: the optimiser reads the logits again")
def dtype_and_inputs_are_kept(sol):
    logits = np.random.default_rng(0).normal(size=(3, 8)).astype(np.float32)[:, ::2]
    targets = np.array([1, -100, 3], dtype=np.int32)
    before = logits.copy()
    (loss, grad), after = inout(sol.cross_entropy, logits, targets)
    wide_loss, wide_grad = sol.cross_entropy(before.astype(np.float64), targets)
    assert grad.dtype == np.float32 and type(loss) is float
    close(loss, wide_loss, rtol=1e-5)
    close(grad, wide_grad.astype(np.float32))
    close(after[0], before)
    close(after[1], np.array([1, -100, 3]))


@case(why="a training step has hundreds of thousands of rows: a Python loop over them takes longer than the model")
def a_whole_step_at_once(sol):
    rng = np.random.default_rng(4)
    logits, targets = rng.normal(size=(600_000, 2)), rng.integers(0, 2, size=600_000)
    loss, _ = sol.cross_entropy(logits, targets)
    picked = np.take_along_axis(logits, targets[:, None], axis=1)[:, 0]
    close(loss, float((np.log(np.exp(logits).sum(axis=1)) - picked).mean()), rtol=1e-9)
