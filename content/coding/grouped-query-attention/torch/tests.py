import torch
from holdout_judge import backward, case, close, finite, forbid, growth, inout, property, raises

for name in (
    "functional.scaled_dot_product_attention",
    "functional.multi_head_attention_forward",
    "MultiheadAttention",
    "attention",
):
    forbid(f"torch.nn.{name}", why="attention is the exercise")
forbid("torch.ops", why="attention is the exercise")


@case(visible=True, why="the worked example of the prompt: four query heads on two key-value heads")
def example(sol):
    v = torch.tensor([[[[1.0]], [[5.0]]]], requires_grad=True)
    out, after = backward(sol.grouped_query_attention, torch.zeros(1, 4, 1, 2), torch.ones(1, 2, 1, 2), v)
    close(out.detach(), torch.tensor([[[[1.0]], [[1.0]], [[5.0]], [[5.0]]]]))
    close(after[2].grad, torch.tensor([[[[2.0]], [[2.0]]]]))


@property(runs=10, why="outputs and gradients agree with PyTorch's own attention, over groups, lengths and widths")
def agrees_with_the_library(sol, rng):
    b, g, r, t, d, e = (int(n) for n in rng.integers(1, 4, size=6))
    s, causal = t + int(rng.integers(0, 3)), bool(rng.random() < 0.6)
    q, k, v = drawn(rng, b, g * r, t, d), drawn(rng, b, g, s, d), drawn(rng, b, g, s, e)
    upstream = drawn(rng, b, g * r, t, e)
    out, after = backward(sol.grouped_query_attention, leaf(q), leaf(k), leaf(v), causal, upstream=upstream)
    inputs = [leaf(x) for x in (q, k, v)]
    seen = torch.ones(t, s, dtype=torch.bool).tril(s - t if causal else s)
    wide = [inputs[0], *(x.repeat_interleave(r, dim=1) for x in inputs[1:])]
    expected = torch.nn.functional.scaled_dot_product_attention(*wide, attn_mask=seen)
    expected.backward(upstream)
    close(out.detach(), expected.detach(), rtol=1e-6, atol=1e-9)
    for got, true in zip(after, inputs, strict=False):
        close(got.grad, true.grad, rtol=1e-6, atol=1e-9)


@case(why="causal is the default, and while decoding the one new query attends to the whole cache")
def the_last_query_sees_the_cache(sol):
    rng = numpy_rng(1)
    q, k, v = drawn(rng, 1, 4, 5, 3), drawn(rng, 1, 2, 5, 3), drawn(rng, 1, 2, 5, 2)
    whole = sol.grouped_query_attention(q, k, v)
    close(whole[:, :, :1], sol.grouped_query_attention(q[:, :, :1], k[:, :, :1], v[:, :, :1]), rtol=1e-9)
    close(sol.grouped_query_attention(q[:, :, -1:], k, v), whole[:, :, -1:], rtol=1e-9)
    close(whole[:, :, -1:], sol.grouped_query_attention(q[:, :, -1:], k, v, False), rtol=1e-9)


@case(why="the loss of an early word must not train the keys of later ones, in any head of the group")
def the_future_gets_no_gradient(sol):
    rng = numpy_rng(2)
    upstream = torch.zeros(1, 4, 4, 2, dtype=torch.float64)
    upstream[:, :, 1] = 1
    keys, values = leaf(drawn(rng, 1, 2, 4, 3)), leaf(drawn(rng, 1, 2, 4, 2))
    _, after = backward(sol.grouped_query_attention, leaf(drawn(rng, 1, 4, 4, 3)), keys, values, upstream=upstream)
    for got in after[1:]:
        assert (got.grad[:, :, 2:] == 0).all() and (got.grad[:, :, :2] != 0).any()


@case(why="heads that do not divide evenly are a mistake in a configuration: some head would serve nobody")
def heads_must_divide(sol):
    for h, g in ((3, 2), (2, 4), (5, 3)):
        k = torch.zeros(1, g, 2, 2)
        raises(ValueError, sol.grouped_query_attention, torch.zeros(1, h, 2, 2), k, k)


@case(why="float16 ends at 65,504 and bfloat16 has three digits: scores and softmax need float32")
def half_precision_is_computed_in_float32(sol):
    generator = torch.Generator().manual_seed(5)
    for dtype in (torch.float16, torch.bfloat16):
        q, k, v = (
            leaf(torch.randn(1, heads, 5, 4, generator=generator) * scale, dtype)
            for heads, scale in ((4, 250), (2, 250), (2, 1))
        )
        out, after = backward(sol.grouped_query_attention, q, k, v)
        assert out.dtype == dtype and all(x.grad.dtype == dtype and finite(x.grad) for x in after)
        q, k, v = (x.detach().double() for x in (q, k, v))
        wide = q, k.repeat_interleave(2, dim=1), v.repeat_interleave(2, dim=1)
        expected = torch.nn.functional.scaled_dot_product_attention(*wide, is_causal=True)
        close(out.detach(), expected.to(dtype))


@case(why="float32 in, float32 out; callers pass views of a (b, t, h, d) buffer and go on using it")
def inputs_are_kept(sol):
    generator = torch.Generator().manual_seed(8)
    q, k, v = (torch.randn(2, 5, heads, 4, generator=generator).transpose(1, 2) for heads in (6, 2, 2))
    got, after = inout(sol.grouped_query_attention, q, k, v)
    close(got, sol.grouped_query_attention(q.double(), k.double(), v.double()).float(), rtol=1e-4, atol=1e-5)
    assert got.dtype == torch.float32
    for now, kept in zip(after, (q, k, v), strict=True):
        close(now, kept)


@growth(sizes=[4, 16, 32], at_most="1", measure="memory",
        why="grouped heads save a cache; a copy of it for each query head spends it again")  # fmt: skip
def the_cache_is_not_copied(rng, served):
    q = torch.tensor(rng.normal(size=(1, 2 * served, 1, 512)), dtype=torch.float32)
    k, v = (torch.tensor(rng.normal(size=(1, 2, 512, 512)), dtype=torch.float32) for _ in range(2))
    return q, k, v


def drawn(rng, *shape):
    return torch.tensor(rng.normal(size=shape))


def numpy_rng(seed):
    import numpy as np

    return np.random.default_rng(seed)


def leaf(values, dtype=torch.float64):
    """A tensor of its own that requires a gradient."""
    return values.detach().to(dtype, copy=True).requires_grad_()
