import torch
from holdout_judge import backward, case, close, finite, forbid, inout, oracle, property

for name in ("functional.cross_entropy", "functional.nll_loss", "CrossEntropyLoss", "NLLLoss"):
    forbid(f"torch.nn.{name}", why="the loss is the exercise")
forbid("torch.ops", why="the loss is the exercise")


@case(visible=True, why="the worked example of the prompt: lengths do not matter, each pair meets one negative")
def example(sol):
    queries = torch.tensor([[3.0, 0.0], [0.0, 2.0]], requires_grad=True)
    loss, (queries, *_) = backward(sol.infonce_loss, queries, torch.eye(2), 0.5)
    close(loss.detach(), torch.tensor(0.126928))
    close(queries.grad, torch.tensor([[0.0, 0.039734], [0.059601, 0.0]]))


@oracle(runs=12, rtol=1e-6, why="agrees with the reference over sizes, temperatures and repeated ids")
def agrees(rng):
    n, d = int(rng.integers(1, 9)), int(rng.integers(1, 6))
    ids = torch.tensor(rng.integers(0, n, size=n)) if rng.random() < 0.6 else None
    return drawn(rng, n, d), drawn(rng, n, d), float(rng.uniform(0.05, 2)), ids


@property(
    runs=6, why="both encoders and the temperature are trained: each gets its gradient, times what comes from above"
)
def gradients_reach_everything(sol, rng):
    n, d = int(rng.integers(2, 7)), int(rng.integers(2, 5))
    queries, keys = drawn(rng, n, d), drawn(rng, n, d)
    temperature, weight = torch.tensor(rng.uniform(0.1, 1)), torch.tensor(rng.uniform(0.5, 3))
    loss, after = backward(sol.infonce_loss, leaf(queries), leaf(keys), leaf(temperature), upstream=weight)
    inputs = leaf(queries), leaf(keys), leaf(temperature)
    expected = library(*inputs)
    expected.backward(weight)
    close(loss.detach(), expected.detach(), rtol=1e-6)
    assert loss.ndim == 0
    for got, true in zip(after, inputs, strict=False):
        close(got.grad, true.grad, rtol=1e-6, atol=1e-9)


@property(
    runs=4, why="two rows of one product are no mistake of each other, in either direction, for loss and gradient"
)
def equal_ids_are_no_negatives(sol, rng):
    queries, keys = drawn(rng, 4, 3), drawn(rng, 4, 3)
    ids = torch.tensor([5, 9, 5, 7])
    loss, (q, k, *_) = backward(sol.infonce_loss, leaf(queries), leaf(keys), 0.3, ids)
    apart = [library(queries[rows], keys[rows], 0.3, reduction="none") for rows in ([0, 1, 3], [2, 1, 3])]
    there = torch.stack([apart[0][0][0], apart[1][0][0]])
    back = torch.stack([apart[0][1][0], apart[1][1][0]])
    whole = library(queries, keys, 0.3, reduction="none")
    expected = (there.sum() + back.sum() + whole[0][[1, 3]].sum() + whole[1][[1, 3]].sum()) / 8
    close(loss.detach(), expected, rtol=1e-6)
    assert finite(q.grad) and finite(k.grad)
    alone, (q, k, *_) = backward(sol.infonce_loss, leaf(queries), leaf(keys), 0.3, torch.zeros(4, dtype=torch.int64))
    close(alone.detach(), torch.tensor(0.0, dtype=torch.float64), atol=1e-12)
    close(q.grad, torch.zeros(4, 3, dtype=torch.float64), atol=1e-12)
    close(k.grad, torch.zeros(4, 3, dtype=torch.float64), atol=1e-12)


@case(why="an empty text is a vector of zeros: it must not blow the batch up, forwards or backwards")
def an_empty_embedding(sol):
    for dtype in (torch.float32, torch.float64):
        queries = leaf(torch.tensor([[0.0, 0.0], [0.0, 2.0]]), dtype)
        keys = leaf(torch.tensor([[1.0, 0.0], [0.0, 0.0]]), dtype)
        loss, (q, k, _) = backward(sol.infonce_loss, queries, keys, 0.1)
        close(loss.detach(), torch.tensor(2.0, dtype=dtype).log())
        assert finite(q.grad) and finite(k.grad)
        assert (q.grad[0] == 0).all() and (k.grad[1] == 0).all()


@case(why="the length of an embedding says nothing: neither huge nor small ones may overflow when they are squared")
def lengths_do_not_matter(sol):
    queries, keys = drawn_float(0, 5, 4), drawn_float(1, 5, 4)
    plain = sol.infonce_loss(queries, keys, 0.2)
    scaled = sol.infonce_loss(queries * 1e4, keys * torch.tensor([[1e-4], [1.0], [10.0], [1e3], [5.0]]), 0.2)
    close(scaled, plain)


@case(why="a sharp temperature makes scores of 160, whose exponentials float32 does not have")
def small_temperatures_do_not_overflow(sol):
    queries = leaf(torch.tensor([[1.0, 0.0], [0.8, 0.6]]), torch.float32)
    keys = leaf(torch.tensor([[-1.0, 0.0], [0.8, -0.6]]), torch.float32)
    loss, (q, k, _) = backward(sol.infonce_loss, queries, keys, 0.005)
    close(loss.detach(), torch.tensor(126.0))
    assert finite(q.grad) and finite(k.grad)


@case(why="the last batch of an epoch may hold one pair: nothing to tell apart, and backward must run all the same")
def a_batch_of_one(sol):
    for ids in (None, torch.tensor([3])):
        loss, (q, *_) = backward(
            sol.infonce_loss, leaf(torch.tensor([[3.0, 4.0]])), torch.ones(1, 2).double(), 0.07, ids
        )
        close(loss.detach(), torch.tensor(0.0, dtype=torch.float64), atol=1e-12)
        close(q.grad, torch.zeros(1, 2, dtype=torch.float64), atol=1e-12)


@case(why="encoders run in half precision: cosines and their exponentials need float32, gradients come back in half")
def half_precision_is_computed_in_float32(sol):
    for dtype in (torch.bfloat16, torch.float16):
        queries, keys = leaf(drawn_float(2, 64, 32) * 60, dtype), leaf(drawn_float(3, 64, 32) * 60, dtype)
        loss, (q, k, _) = backward(sol.infonce_loss, queries, keys, 0.05)
        exact = leaf(queries), leaf(keys)
        expected = library(*exact, 0.05)
        expected.backward()
        assert loss.dtype == torch.float32 and q.grad.dtype == k.grad.dtype == dtype
        close(loss.detach(), expected.detach().float(), rtol=1e-4)
        close(q.grad, exact[0].grad.to(dtype), atol=1e-4)


@case(why="float32 in, float32 out; the embeddings go to an index next and stay as they are")
def inputs_are_kept(sol):
    queries, keys, ids = drawn_float(4, 3, 5).t(), drawn_float(5, 3, 5).t(), torch.tensor([1, 1, 2, 3, 4])
    loss, after = inout(sol.infonce_loss, queries, keys, torch.tensor(0.2), ids)
    assert loss.dtype == torch.float32 and not loss.requires_grad
    close(sol.infonce_loss(queries.double(), keys.double(), 0.2, ids), loss.double(), rtol=1e-5)
    for now, kept in zip(after, (queries, keys, torch.tensor(0.2), ids), strict=True):
        close(now, kept)


def library(queries, keys, temperature, reduction="mean"):
    """The loss by PyTorch's own cosine and cross-entropy; without reduction the terms of both directions."""
    scores = torch.nn.functional.cosine_similarity(queries[:, None], keys, dim=2) / temperature
    own = torch.arange(len(scores))
    terms = [torch.nn.functional.cross_entropy(one, own, reduction=reduction) for one in (scores, scores.T)]
    return (terms[0] + terms[1]) / 2 if reduction == "mean" else terms


def drawn(rng, n, d):
    return torch.tensor(rng.normal(scale=2.0, size=(n, d)))


def drawn_float(seed, *shape):
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def leaf(values, dtype=torch.float64):
    """A tensor of its own that requires a gradient."""
    return values.detach().to(dtype, copy=True).requires_grad_()
