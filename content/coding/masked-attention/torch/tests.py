import torch
from holdout_judge import backward, case, close, finite, forbid, inout, oracle, property

for name in (
    "functional.scaled_dot_product_attention",
    "functional.multi_head_attention_forward",
    "MultiheadAttention",
    "attention",
):
    forbid(f"torch.nn.{name}", why="attention is the exercise")
forbid("torch.ops", why="attention is the exercise")


@case(visible=True, why="the worked example of the prompt: two visible keys share the weight, and the gradient")
def example(sol):
    q, k = torch.zeros(1, 1, 1, 2), torch.ones(1, 1, 3, 2)
    v = torch.tensor([[[[1.0], [2.0], [9.0]]]], requires_grad=True)
    out, after = backward(sol.attention, q, k, v, torch.tensor([[False, False, True]]))
    close(out, torch.tensor([[[[1.5]]]]))
    close(after[2].grad, torch.tensor([[[[0.5], [0.5], [0.0]]]]))


@oracle(runs=15, rtol=1e-6, why="agrees with the reference over batches, heads, lengths, widths and both masks")
def agrees(rng):
    q, k, v = drawn(rng, rng.integers(1, 6, size=6))
    padding = torch.tensor(rng.random((len(k), k.shape[2])) < 0.3)
    return q, k, v, padding if rng.random() < 0.7 else None, bool(rng.random() < 0.5)


@property(runs=6, why="queries, keys and values each get the gradient of what is returned")
def gradients_are_those_of_the_output(sol, rng):
    b, h, t, s, d, e = (int(n) for n in rng.integers(2, 5, size=6))
    q, k, v = drawn(rng, (b, h, t, s + t, d, e))
    padding = torch.tensor(rng.random((b, s + t)) < 0.3)
    padding[:, 0] = False  # every query sees a key: PyTorch's own attention is the judge
    causal = bool(rng.random() < 0.5)
    upstream = torch.tensor(rng.normal(size=(b, h, t, e)))
    out, after = backward(sol.attention, leaf(q), leaf(k), leaf(v), padding, causal, upstream=upstream)
    inputs = [leaf(x) for x in (q, k, v)]
    seen = ~padding[:, None, None, :] & torch.ones(t, s + t, dtype=torch.bool).tril(s if causal else s + t)
    expected = torch.nn.functional.scaled_dot_product_attention(*inputs, attn_mask=seen)
    expected.backward(upstream)
    close(out.detach(), expected.detach(), rtol=1e-6)
    for got, true in zip(after, inputs, strict=False):
        close(got.grad, true.grad, rtol=1e-6, atol=1e-9)


@case(why="buffers are not cleared: NaN and infinity in the padding must reach neither the output nor any gradient")
def garbage_in_the_padding(sol):
    q, k, v = drawn(torch_rng(3), (1, 2, 4, 4, 3, 3))
    padding = torch.tensor([[False, False, True, False]])
    upstream = torch.linspace(-1, 1, 24, dtype=torch.float64).reshape(1, 2, 4, 3)
    clean, at_clean = backward(sol.attention, leaf(q), leaf(k), leaf(v), padding, upstream=upstream)
    for garbage in (torch.nan, torch.inf):
        dirty_k, dirty_v = k.clone(), v.clone()
        dirty_k[:, :, 2] = dirty_v[:, :, 2] = garbage
        out, after = backward(sol.attention, leaf(q), leaf(dirty_k), leaf(dirty_v), padding, upstream=upstream)
        close(out.detach(), clean.detach(), rtol=1e-9)
        for got, true in zip(after[:3], at_clean, strict=False):
            close(got.grad, true.grad, rtol=1e-9)
        assert (after[1].grad[:, :, 2] == 0).all() and (after[2].grad[:, :, 2] == 0).all()


@case(
    why="a sentence of padding, and causal queries before the first key, see nothing: zeros, and no NaN in a gradient"
)
def a_query_that_sees_nothing(sol):
    q, k, v = drawn(torch_rng(1), (2, 2, 3, 3, 4, 4))
    out, after = backward(sol.attention, leaf(q), leaf(k), leaf(v), torch.tensor([[True] * 3, [False] * 3]))
    assert (out[0] == 0).all() and (out[1] != 0).any()
    for got in after[:3]:
        assert (got.grad[0] == 0).all() and finite(got.grad[1])
    out, after = backward(sol.attention, leaf(q), leaf(k[:, :, :2]), leaf(v[:, :, :2]), None, True)
    assert (out[:, :, 0] == 0).all()
    close(out[:, :, 1].detach(), v[:, :, 0], rtol=1e-9)
    assert (after[0].grad[:, :, 0] == 0).all() and all(finite(got.grad) for got in after[:3])


@case(why="while generating, one new query attends to all cached keys: the triangle is aligned to the end")
def cached_keys_are_seen(sol):
    q, k, v = drawn(torch_rng(2), (1, 2, 6, 6, 4, 4))
    whole = sol.attention(q, k, v, None, True)
    close(sol.attention(q[:, :, 4:], k, v, None, True), whole[:, :, 4:], rtol=1e-9)
    close(sol.attention(q[:, :, -1:], k, v, None, True), sol.attention(q[:, :, -1:], k, v), rtol=1e-9)
    close(sol.attention(q, k, v)[:, :, :1], sol.attention(q[:, :, :1], k, v), rtol=1e-9)


@case(why="no gradient flows from the past to the future: the loss of the first queries leaves later keys alone")
def the_future_gets_no_gradient(sol):
    q, k, v = drawn(torch_rng(4), (1, 1, 4, 4, 3, 3))
    upstream = torch.zeros(1, 1, 4, 3, dtype=torch.float64)
    upstream[:, :, 1] = 1
    _, (_, keys, values, *_) = backward(sol.attention, leaf(q), leaf(k), leaf(v), None, True, upstream=upstream)
    for got in (keys.grad, values.grad):
        assert (got[:, :, 2:] == 0).all() and (got[:, :, :2] != 0).any()


@case(
    why="the largest score of one row, or of a hidden key, says nothing about the others: each row keeps its own scale"
)
def rows_have_their_own_scale(sol):
    q = torch.tensor([[[[300.0], [1.0]], [[-300.0], [0.0]]]], dtype=torch.float64)
    k = torch.tensor([[[[300.0], [301.0], [9000.0]]] * 2], dtype=torch.float64)
    v = torch.tensor([[[[0.0], [1.0], [7.0]]] * 2], dtype=torch.float64)
    even = 1 / (1 + torch.exp(torch.tensor(-1.0, dtype=torch.float64)))
    expected = torch.tensor([[[[1.0], [even]], [[0.0], [0.5]]]], dtype=torch.float64)
    hidden = torch.tensor([[False, False, True]])
    close(sol.attention(q, k, v, hidden), expected, rtol=1e-9, atol=1e-12)


@case(why="float16 ends at 65,504 and bfloat16 has three digits: scores and softmax need float32")
def half_precision_is_computed_in_float32(sol):
    generator = torch.Generator().manual_seed(5)
    for dtype in (torch.float16, torch.bfloat16):
        q, k, v = (leaf(torch.randn(1, 2, 5, 4, generator=generator) * scale, dtype) for scale in (250, 250, 1))
        out, after = backward(sol.attention, q, k, v, None, True)
        assert out.dtype == dtype and all(got.grad.dtype == dtype and finite(got.grad) for got in after[:3])
        exact = (x.detach().double() for x in (q, k, v))
        expected = torch.nn.functional.scaled_dot_product_attention(*exact, is_causal=True)
        close(out.detach(), expected.to(dtype))


@case(why="float32 in, float32 out, inputs unchanged; callers pass views of a (b, t, h, d) buffer")
def dtypes_and_strides(sol):
    generator = torch.Generator().manual_seed(8)
    q, k, v = (torch.randn(2, 5, 3, 4, generator=generator).transpose(1, 2) for _ in range(3))
    padding = torch.arange(5)[None, :] >= torch.tensor([[5], [3]])
    got, after = inout(sol.attention, q, k, v, padding, True)
    wide = sol.attention(q.double(), k.double(), v.double(), padding, True)
    close(got, wide.float(), rtol=1e-4, atol=1e-5)
    for now, kept in zip(after, (q, k, v, padding), strict=False):
        close(now, kept)


@case(why="a batch is many short sentences: a Python loop over their queries takes seconds")
def many_sentences_at_once(sol):
    q, k, v = (torch.randn(1024, 8, 16, 4, generator=torch.Generator().manual_seed(n)) for n in range(3))
    out = sol.attention(q, k, v, torch.zeros(1024, 16, dtype=torch.bool), True)
    close(out[:, :, 0], v[:, :, 0], rtol=1e-4)


def drawn(rng, sizes):
    """Normal q (b, h, t, d), k (b, h, s, d), v (b, h, s, e) for sizes (b, h, t, s, d, e)."""
    b, h, t, s, d, e = map(int, sizes)
    return tuple(torch.tensor(rng.normal(size=(b, h, *rest))) for rest in ((t, d), (s, d), (s, e)))


def torch_rng(seed):
    import numpy as np

    return np.random.default_rng(seed)


def leaf(values, dtype=torch.float64):
    """A tensor of its own that requires a gradient."""
    return values.detach().to(dtype, copy=True).requires_grad_()
