import torch
from holdout_judge import backward, case, close, finite, property


@case(visible=True, why="the worked example of the prompt: a quarter turn less thirty-three degrees, and its gradient")
def example(sol):
    out, (x, _) = backward(sol.Rotary(2), torch.tensor([[[[1.0, 0.0]]]], requires_grad=True), torch.tensor([1]))
    close(out.detach(), torch.tensor([[[[0.540302, 0.841471]]]]))
    close(x.grad, torch.tensor([[[[1.381773, -0.301169]]]]))


@property(runs=8, why="every pair turns by its own angle, over heads, widths, bases and positions of both shapes")
def pairs_turn_by_their_angles(sol, rng):
    b, h, t, dim = (
        int(rng.integers(1, 4)),
        int(rng.integers(1, 4)),
        int(rng.integers(1, 6)),
        2 * int(rng.integers(1, 5)),
    )
    base = float(rng.choice([10000.0, 50.0, 500000.0]))
    x = torch.tensor(rng.normal(size=(b, h, t, dim)))
    positions = torch.tensor(rng.integers(0, 10_000, size=(b, t) if rng.random() < 0.5 else t))
    close(sol.Rotary(dim, base)(x, positions), turned(x, positions, base), rtol=1e-9, atol=1e-9)


@property(runs=4, why="a rotation is undone by the same angle backwards: so is its gradient, and positions have none")
def the_gradient_turns_back(sol, rng):
    x, upstream = (torch.tensor(rng.normal(size=(2, 2, 3, 6))) for _ in range(2))
    positions = torch.tensor(rng.integers(0, 50, size=(2, 3)))
    rotary = sol.Rotary(6)
    out, (seen, places) = backward(rotary, x.clone().requires_grad_(), positions, upstream=upstream)
    close(seen.grad, turned(upstream, -positions), rtol=1e-9, atol=1e-9)
    close(rotary(out.detach(), -positions), x, rtol=1e-9, atol=1e-9)
    close(places, positions)


@property(runs=3, why="what attention sees of two positions is their distance, which is the point of it")
def scores_depend_on_the_distance(sol, rng):
    q, k = (torch.tensor(rng.normal(size=(1, 1, 1, 8))) for _ in range(2))
    rotary = sol.Rotary(8)
    scores = [(rotary(q, torch.tensor([at])) * rotary(k, torch.tensor([at + 7]))).sum() for at in (0, 3, 500, 9_000)]
    for score in scores[1:]:
        close(score, scores[0], rtol=1e-8)


@case(why="the defaults are part of a checkpoint's meaning: base 10,000, the slowest pair last")
def the_slowest_pair_is_last(sol):
    x = torch.tensor([[[[1.0, 1.0, 0.0, 0.0]]]], dtype=torch.float64)
    out = sol.Rotary(4)(x, torch.tensor([100]))
    one = torch.tensor([100.0, 1.0], dtype=torch.float64)
    close(out.flatten(), torch.cat([one.cos(), one.sin()]), rtol=1e-9)


@case(why="bfloat16 has no 257: with angles in the dtype of x, neighbouring words of a long text share a position")
def half_precision_keeps_its_positions(sol):
    positions = torch.tensor([255, 256, 257, 258, 4_097, 9_999])
    x = torch.tensor([1.0, 0.5, -0.25, 2.0]).expand(1, 1, 6, 4)
    expected = turned(x.double(), positions)
    for dtype in (torch.bfloat16, torch.float16):
        for rotary in (sol.Rotary(4), shortened(sol.Rotary(4), dtype)):
            out, (seen, _) = backward(rotary, x.to(dtype).clone().requires_grad_(), positions)
            assert out.dtype == seen.grad.dtype == dtype
            tolerance = 1e-2 if dtype == torch.bfloat16 else 2e-3
            close(out.detach().double(), expected, rtol=tolerance, atol=tolerance)


@case(why="float32 too has its limits: at position 10,000 the fastest pair must still be right")
def float32_far_into_a_document(sol):
    positions = torch.tensor([0, 1, 9_999, 10_000])
    x = torch.randn(2, 3, 4, 8, generator=torch.Generator().manual_seed(0))
    out = sol.Rotary(8)(x, positions)
    close(out, turned(x.double(), positions).float(), atol=5e-3)
    close(out[:, :, 0], x[:, :, 0], rtol=1e-6)


@case(why="tables that can be computed make checkpoints depend on a longest length: nothing is stored, nothing trained")
def the_checkpoint_is_empty(sol):
    rotary = sol.Rotary(16)
    assert dict(rotary.state_dict()) == {} and list(rotary.parameters()) == []
    x = torch.ones(1, 1, 1, 16)
    assert finite(rotary(x, torch.tensor([1_000_000])))
    assert not rotary(x, torch.tensor([3])).requires_grad


@case(why="queries are a view of one projection, which values and the residual read too")
def the_input_stays(sol):
    x = torch.randn(2, 5, 3, 4, generator=torch.Generator().manual_seed(1)).transpose(1, 2)
    positions = torch.tensor([4, 5, 6, 7, 8])
    rotary = sol.Rotary(4)
    out, (seen, places) = inout_of(rotary, x, positions)
    close(seen, x)
    close(places, positions)
    close(out, turned(x.double(), positions).float(), atol=1e-4)


def shortened(module, dtype):
    """The module after `.half()` or `.bfloat16()`."""
    return module.half() if dtype == torch.float16 else module.bfloat16()


def inout_of(rotary, x, positions):
    """As `inout`, of a module: through backward, whose arguments come back too."""
    out, after = backward(rotary, x.clone(memory_format=torch.preserve_format).requires_grad_(), positions)
    return out.detach(), (after[0].detach(), after[1])


def turned(x, positions, base=10000.0):
    """The rotation by complex numbers, in float64."""
    half = x.shape[-1] // 2
    rates = base ** (-torch.arange(half, dtype=torch.float64) / half)
    angles = (positions.double()[..., None] * rates).reshape(-1, 1, x.shape[2], half)
    z = torch.complex(x[..., :half].double(), x[..., half:].double()) * torch.polar(torch.ones_like(angles), angles)
    return torch.cat([z.real, z.imag], dim=-1)
