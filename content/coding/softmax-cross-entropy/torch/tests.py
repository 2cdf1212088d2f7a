import torch
from holdout_judge import backward, case, close, forbid, inout, oracle, property, raises

for name in ("functional.cross_entropy", "functional.nll_loss", "CrossEntropyLoss", "NLLLoss"):
    forbid(f"torch.nn.{name}", why="the loss is the exercise")
forbid("torch.ops", why="the loss is the exercise")


@case(visible=True, why="the worked example of the prompt: one row counts, one is padding")
def example(sol):
    loss, (logits, _) = backward(sol.cross_entropy, leaf([[2.0, 0.0], [0.0, 0.0]]), torch.tensor([0, -100]))
    close(loss, torch.tensor(0.126928))
    close(logits.grad, torch.tensor([[-0.119203, 0.119203], [0.0, 0.0]]))


@oracle(runs=12, why="agrees with the reference over batch sizes, numbers of classes and padding")
def agrees(rng):
    n, k = int(rng.integers(1, 20)), int(rng.integers(1, 12))
    targets = torch.tensor(rng.integers(0, k, size=n))
    targets[torch.tensor(rng.random(n) < 0.3)] = -100
    return torch.tensor(rng.normal(scale=3, size=(n, k))), targets


@property(
    runs=6, why="autograd must find softmax minus one-hot over the rows that count, times what comes in from above"
)
def gradient_is_softmax_minus_onehot(sol, rng):
    logits, targets = leaf(rng.normal(size=(6, 4)), torch.float64), torch.tensor([0, 3, -100, 1, 1, -100])
    weight = torch.tensor(float(rng.uniform(0.5, 3)), dtype=torch.float64)
    loss, (seen, _) = backward(sol.cross_entropy, logits, targets, upstream=weight)
    expected = logits.detach().softmax(dim=1)
    expected[[0, 1, 3, 4], [0, 3, 1, 1]] -= 1
    expected[[2, 5]] = 0
    close(seen.grad, weight * expected / 4)
    assert loss.ndim == 0 and loss.requires_grad


@property(runs=5, why="only differences of logits matter; a model's logits drift by thousands")
def a_shift_of_a_row_changes_nothing(sol, rng):
    logits, targets = leaf(rng.normal(size=(6, 5)), torch.float64), torch.tensor(rng.integers(0, 5, size=6))
    moved = leaf(logits.detach() + torch.tensor(rng.uniform(-5000, 5000, size=(6, 1))), torch.float64)
    loss, (seen, _) = backward(sol.cross_entropy, logits, targets)
    shifted, (shifted_seen, _) = backward(sol.cross_entropy, moved, targets)
    close(shifted, loss, rtol=1e-6)
    close(shifted_seen.grad, seen.grad, rtol=1e-6, atol=1e-9)


@case(why="a confident mistake costs the difference of its logits; rows on other scales do not underflow because of it")
def confident_mistakes_are_finite(sol):
    logits = leaf([[0.0, 2000.0], [-1000.0, -1001.0]])
    loss, (seen, _) = backward(sol.cross_entropy, logits, torch.tensor([0, 1]))
    close(loss, torch.tensor((2000.0 + 1.313262) / 2))
    close(seen.grad, torch.tensor([[-0.5, 0.5], [0.365529, -0.365529]]))


@case(why="the same sentence in a longer batch is the same sentence: padding is not data")
def padding_does_not_dilute(sol):
    loss, (seen, _) = backward(sol.cross_entropy, leaf([[1.0, 2.0, 0.5], [0.1, 0.2, 0.3]]), torch.tensor([2, 0]))
    longer = leaf(torch.cat([seen.detach(), torch.full((6, 3), 7.0)]))
    padded, (padded_seen, _) = backward(sol.cross_entropy, longer, torch.tensor([2, 0] + [-100] * 6))
    close(padded, loss)
    close(padded_seen.grad[:2], seen.grad)
    assert (padded_seen.grad[2:] == 0).all()


@case(
    why="buffers behind the padding are not cleared: NaN there must reach neither the loss nor, by autograd, a weight"
)
def garbage_in_ignored_rows(sol):
    logits = leaf([[0.0, 1.0], [torch.nan, torch.inf], [1.0, -1.0], [-torch.inf, -torch.inf]])
    loss, (seen, _) = backward(sol.cross_entropy, logits, torch.tensor([0, -100, 1, -100]))
    close(loss, torch.tensor((1.313262 + 2.126928) / 2))
    close(seen.grad, torch.tensor([[-0.365529, 0.365529], [0.0, 0.0], [0.440399, -0.440399], [0.0, 0.0]]))


@case(why="a batch of padding only happens at the end of an epoch: backward must run all the same, and move nothing")
def all_rows_ignored(sol):
    loss, (seen, _) = backward(sol.cross_entropy, leaf([[1.0, 2.0], [3.0, 4.0]]), torch.tensor([-100, -100]))
    assert loss.ndim == 0 and loss.dtype == torch.float32 and loss.item() == 0.0
    close(seen.grad, torch.zeros(2, 2))


@case(why="a target that is no class is a bug of the tokeniser: it must not train some other class")
def targets_are_checked(sol):
    for bad in (-1, 3, -99):
        raises(ValueError, sol.cross_entropy, torch.zeros(2, 3), torch.tensor([0, bad]))


@case(why="other code bases mark padding with 0 or -1")
def ignore_index_is_a_parameter(sol):
    logits = leaf([[0.0, 1.0], [5.0, 0.0]])
    loss, (seen, *_) = backward(sol.cross_entropy, logits, torch.tensor([1, 0]), 0)
    close(loss, torch.tensor(0.313262))
    assert (seen.grad[1] == 0).all()
    close(sol.cross_entropy(logits, torch.tensor([1, -1]), ignore_index=-1).detach(), loss.detach())


@case(why="constrained decoding forbids tokens with -inf: no NaN, also when the target is the forbidden one")
def forbidden_tokens(sol):
    loss, (seen, _) = backward(sol.cross_entropy, leaf([[0.0, -torch.inf, 0.0]]), torch.tensor([0]))
    close(loss, torch.tensor(0.693147))
    close(seen.grad, torch.tensor([[-0.5, 0.0, 0.5]]))
    loss, (seen, _) = backward(sol.cross_entropy, leaf([[0.0, -torch.inf]]), torch.tensor([1]))
    assert loss.item() == torch.inf
    close(seen.grad, torch.tensor([[1.0, -1.0]]))


@case(why="bfloat16 has three digits and float16 ends at 65,504: the sum over a vocabulary needs float32")
def half_precision_is_computed_in_float32(sol):
    wide = torch.randn(64, 2000, generator=torch.Generator().manual_seed(3), dtype=torch.float64)
    targets = torch.arange(64) * 31
    for dtype in (torch.bfloat16, torch.float16):
        logits = leaf(wide, dtype)
        loss, (seen, _) = backward(sol.cross_entropy, logits, targets)
        exact = leaf(logits.detach().double(), torch.float64)
        expected = torch.nn.functional.cross_entropy(exact, targets)
        expected.backward()
        assert loss.dtype == torch.float32 and seen.grad.dtype == dtype
        close(loss.detach(), expected.detach().float(), rtol=1e-5)
        close(seen.grad, exact.grad.to(dtype))


@case(why="integers may be of any width, logits a view, and both stay as they are: metrics read them again")
def inputs_are_kept(sol):
    logits = torch.randn(8, 3, generator=torch.Generator().manual_seed(1)).t()
    targets = torch.tensor([1, -100, 7], dtype=torch.int32)
    loss, (seen, kept) = inout(sol.cross_entropy, logits, targets)
    close(loss, torch.nn.functional.cross_entropy(logits, targets.long()))
    close(seen, logits)
    close(kept, targets)
    assert not loss.requires_grad
    close(sol.cross_entropy(logits.double(), targets), loss.double(), rtol=1e-6)


@case(why="a training step has hundreds of thousands of rows: a Python loop over them takes longer than the model")
def a_whole_step_at_once(sol):
    logits = torch.randn(200_000, 2, generator=torch.Generator().manual_seed(4))
    targets = (logits[:, 0] > 0).long()
    close(sol.cross_entropy(logits, targets), torch.nn.functional.cross_entropy(logits, targets), rtol=1e-4)


def leaf(values, dtype=torch.float32):
    """A tensor of its own that requires a gradient."""
    values = values.detach().clone() if isinstance(values, torch.Tensor) else torch.tensor(values)
    return values.to(dtype).requires_grad_()
