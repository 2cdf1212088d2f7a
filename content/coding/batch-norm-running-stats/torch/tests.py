import torch
from holdout_judge import backward, case, close, finite, forbid, property, raises

for name in (
    "BatchNorm1d",
    "BatchNorm2d",
    "BatchNorm3d",
    "SyncBatchNorm",
    "functional.batch_norm",
    "modules.batchnorm",
):
    forbid(f"torch.nn.{name}", why="the layer is the exercise")
for name in ("batch_norm", "native_batch_norm", "ops"):
    forbid(f"torch.{name}", why="the layer is the exercise")


@case(visible=True, why="the worked example of the prompt")
def example(sol):
    bn, first = sol.BatchNorm(1), torch.tensor([[1.0], [0.0], [0.0]])
    out, (x,) = backward(bn, torch.tensor([[1.0], [3.0], [8.0]], requires_grad=True), upstream=first)
    close(out, torch.tensor([[-1.019049], [-0.339683], [1.358732]]))
    close(bn.running_mean, torch.tensor([0.4]))
    close(bn.running_var, torch.tensor([2.2]))
    close(x.grad, torch.tensor([[0.108873], [-0.152422], [0.043549]]))


@property(runs=6, why="a life of training and serving agrees with PyTorch's own layer: outputs, gradients and buffers")
def agrees_over_a_life(sol, rng):
    channels, momentum = int(rng.integers(1, 5)), [None, 0.1, 0.4][int(rng.integers(3))]
    ours, theirs = sol.BatchNorm(channels, momentum, 1e-3), torch.nn.BatchNorm1d(channels, 1e-3, momentum)
    for _ in range(int(rng.integers(3, 7))):
        training = bool(rng.random() < 0.7)
        ours.train(training)
        theirs.train(training)
        tail = () if rng.random() < 0.5 else (int(rng.integers(1, 4)),)
        x = torch.tensor(rng.normal(2.0, 3.0, size=(int(rng.integers(2, 9)), channels, *tail)), dtype=torch.float32)
        upstream = torch.tensor(rng.normal(size=x.shape), dtype=torch.float32)
        got, (seen,) = backward(ours, x.clone().requires_grad_(), upstream=upstream)
        twin = x.clone().requires_grad_()
        expected = theirs(twin)
        expected.backward(upstream)
        close(got.detach(), expected.detach(), atol=1e-5)
        close(seen.grad, twin.grad, rtol=1e-3, atol=1e-4)
        close(ours.running_mean, theirs.running_mean, atol=1e-5)
        close(ours.running_var, theirs.running_var)
    close(ours.weight.grad, theirs.weight.grad, rtol=1e-3, atol=1e-3)
    close(ours.bias.grad, theirs.bias.grad, rtol=1e-3, atol=1e-3)
    close(ours.num_batches_tracked, theirs.num_batches_tracked)


@case(
    why="shifting or scaling a channel changes nothing, so in training no gradient points there: statistics have a graph"
)
def the_gradient_goes_through_the_statistics(sol):
    bn = sol.BatchNorm(2, eps=0.0)
    x = torch.randn(6, 2, generator=torch.Generator().manual_seed(0)).requires_grad_()
    upstream = torch.randn(6, 2, generator=torch.Generator().manual_seed(1))
    _, (seen,) = backward(bn, x, upstream=upstream)
    close(seen.grad.sum(dim=0), torch.zeros(2), atol=1e-5)
    close((seen.grad * x.detach()).sum(dim=0), torch.zeros(2), atol=1e-5)
    assert (seen.grad.abs() > 1e-3).any()


@case(why="a buffer with a graph keeps every batch since the start in memory")
def buffers_have_no_graph(sol):
    bn = sol.BatchNorm(2)
    for _ in range(2):
        backward(bn, torch.arange(8.0).reshape(4, 2).requires_grad_())
    assert not bn.running_mean.requires_grad and not bn.running_var.requires_grad
    bn.eval()
    _, (x,) = backward(bn, torch.arange(8.0).reshape(4, 2).requires_grad_())
    close(x.grad, (1 / (bn.running_var + 1e-5).sqrt()).expand(4, 2))


@case(
    why="the optimiser asks for parameters, the checkpoint for the state, and .double() for all of it: nothing may be missed"
)
def parameters_and_buffers_are_registered(sol):
    bn = sol.BatchNorm(3)
    state = bn.state_dict()
    assert set(state) == {"weight", "bias", "running_mean", "running_var", "num_batches_tracked"}
    assert len(list(bn.parameters())) == 2 and bn.weight.requires_grad and bn.bias.requires_grad
    close(state["running_var"], torch.ones(3))
    close(state["num_batches_tracked"], torch.tensor(0))
    bn.double()
    out = bn(torch.arange(6, dtype=torch.float64).reshape(2, 3))
    assert bn.running_mean.dtype == bn.running_var.dtype == bn.weight.dtype == out.dtype == torch.float64
    close(bn.running_mean, torch.tensor([0.15, 0.25, 0.35], dtype=torch.float64))


@case(why="training is interrupted and resumed: a layer loaded from a checkpoint goes on as the first one does")
def a_checkpoint_goes_on(sol):
    generator = torch.Generator().manual_seed(11)
    for momentum in (0.3, None):
        first, second = sol.BatchNorm(2, momentum), sol.BatchNorm(2, momentum)
        for _ in range(3):
            first(4 + 2 * torch.randn(6, 2, generator=generator))
        second.load_state_dict(first.state_dict())
        x = torch.randn(5, 2, generator=generator)
        close(second(x), first(x))
        close(second.running_mean, first.running_mean)
        close(second.running_var, first.running_var)
        close(second.num_batches_tracked, torch.tensor(4))


@case(why="the same request twice, alone or in company, gets the same answer: serving reads and never writes")
def serving_changes_nothing(sol):
    bn = sol.BatchNorm(2)
    bn(torch.tensor([[100.0, -3.0], [5.0, 8.0]]))
    bn.eval()
    before = bn.state_dict()
    x = torch.tensor([[1.0, 2.0], [3.0, 4.0], [50.0, -1.0]])
    together = bn(x)
    close(bn(x[1:2]), together[1:2])
    close(bn(x), together)
    close(dict(bn.state_dict()), dict(before))


@case(why="one value a channel has no variance: refuse, and leave the layer alone; a sequence of one row is fine")
def one_value_is_refused(sol):
    bn = sol.BatchNorm(2)
    for x in (torch.tensor([[4.0, 5.0]]), torch.tensor([[[4.0], [5.0]]])):
        raises(ValueError, bn, x)
    close(bn.num_batches_tracked, torch.tensor(0))
    close(bn.running_mean, torch.zeros(2))
    bn(torch.tensor([[[4.0, 6.0], [5.0, 5.0]]]))
    close(bn.running_mean, torch.tensor([0.5, 0.5]))


@case(why="a batch of another model, or an empty one, is a bug upstream, whether training or serving")
def shapes_are_checked(sol):
    bn = sol.BatchNorm(3)
    for training in (True, False):
        bn.train(training)
        for shape in ((4, 2), (4, 1), (0, 3)):
            raises(ValueError, bn, torch.zeros(shape))


@case(why="a feature that never varies must become the bias, and its gradient must be finite")
def constant_channels_are_finite(sol):
    bn = sol.BatchNorm(2)
    out, (x,) = backward(bn, torch.full((5, 2), 7.0, requires_grad=True))
    close(out.detach(), torch.zeros(5, 2), atol=1e-6)
    assert finite(x.grad)


@case(why="a timestamp or a price has a mean of 10,000 and a spread of one: the variance must keep its digits")
def large_means_keep_their_digits(sol):
    x = 10_000 + torch.randn(4096, 2, generator=torch.Generator().manual_seed(7))
    bn = sol.BatchNorm(2, 1.0)
    out = bn(x)
    wide = x.double()
    close(bn.running_var, wide.var(dim=0).float())
    close(out, ((wide - wide.mean(dim=0)) / wide.var(dim=0, unbiased=False).sqrt()).float(), atol=1e-3)


@case(why="under mixed precision activations are half and the layer's own numbers are not: sums need float32")
def half_precision_is_computed_in_float32(sol):
    for dtype in (torch.float16, torch.bfloat16):
        x = (300 + 5 * torch.randn(512, 2, generator=torch.Generator().manual_seed(9))).to(dtype)
        bn = sol.BatchNorm(2, 1.0)
        out, (seen,) = backward(bn, x.clone().requires_grad_(), upstream=x)
        assert out.dtype == seen.grad.dtype == dtype
        wide = x.double()
        close(bn.running_mean, wide.mean(dim=0).float())
        close(bn.running_var, wide.var(dim=0).float())
        close(out.detach(), ((wide - wide.mean(dim=0)) / wide.var(dim=0, unbiased=False).sqrt()).to(dtype), atol=2e-2)
        close(seen, x)
