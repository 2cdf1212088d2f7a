import torch
from holdout_judge import case, close, forbid, inout, property

forbid("torch.optim", why="the step is the exercise")
for name in ("_fused_adamw_", "_fused_adam_", "ops"):
    forbid(f"torch.{name}", why="the step is the exercise")


@case(
    visible=True, why="the worked example of the prompt: the first step is a decay, and lr in the direction of the sign"
)
def example(sol):
    weight = parameter([1.0, -2.0], [0.1, -0.4])
    (after,), (state,) = step(sol, [weight], [{}], 0.1, weight_decay=0.1)
    close(after.detach(), torch.tensor([0.89, -1.88]))
    assert state["step"] == 1
    close(state["exp_avg"], torch.tensor([0.01, -0.04]))
    close(state["exp_avg_sq"], torch.tensor([1e-5, 1.6e-4]), atol=0)


@property(runs=6, why="a run of several steps follows PyTorch's own AdamW, with its own rates, in float32 and float64")
def follows_the_library(sol, rng):
    dtype = torch.float64 if rng.random() < 0.5 else torch.float32
    lr, eps, decay = float(rng.uniform(1e-3, 0.3)), float(rng.choice([1e-8, 1e-2])), float(rng.uniform(0, 0.5))
    betas = (float(rng.uniform(0.5, 0.95)), float(rng.uniform(0.9, 0.999)))
    ours = [torch.tensor(rng.normal(size=shape), dtype=dtype).requires_grad_() for shape in ((3, 2), (), (4,))]
    theirs = [x.detach().clone().requires_grad_() for x in ours]
    library = torch.optim.AdamW(theirs, lr=lr, betas=betas, eps=eps, weight_decay=decay)
    states = [{}, {}, {}]
    for _ in range(4):
        for twin in theirs:
            scale = 10.0 ** rng.integers(-9, 3)
            twin.grad = torch.tensor(rng.normal(scale=scale, size=tuple(twin.shape)), dtype=dtype)
        ours = [parameter(one, twin.grad, dtype) for one, twin in zip(ours, theirs, strict=True)]
        ours, states = step(sol, ours, states, lr, betas, eps, decay)
        library.step()
        for one, twin in zip(ours, theirs, strict=True):
            close(one.detach(), twin.detach(), rtol=1e-5, atol=1e-6)


@case(why="decay is not a gradient: it must not be divided by the size of the gradients, nor enter the averages")
def decay_is_decoupled(sol):
    params, states = [parameter([8.0, 8.0], [0.0, 0.0])], [{}]
    for _ in range(3):
        params, states = step(sol, params, states, 0.5, weight_decay=0.5)
    close(params[0].detach(), torch.tensor([3.375, 3.375]))
    close(states[0]["exp_avg"], torch.zeros(2))
    loud, quiet = (parameter([1.0], [size]) for size in (100.0, 0.01))
    (loud, quiet), _ = step(sol, [loud, quiet], [{}, {}], 0.5, weight_decay=0.5)
    close(loud.detach(), torch.tensor([0.25]))
    close(quiet.detach(), torch.tensor([0.25]), rtol=1e-3)


@case(why="the optimiser's defaults are part of a recipe")
def defaults(sol):
    wide = torch.float64
    (after,), (state,) = step(sol, [parameter([2.0], [1.0], wide)], [{}])
    close(after.detach(), torch.tensor([2.0 * (1 - 1e-5) - 1e-3], dtype=wide), rtol=1e-7)
    close(state["exp_avg"], torch.tensor([0.1], dtype=wide))
    close(state["exp_avg_sq"], torch.tensor([1e-3], dtype=wide))
    (after,), _ = step(sol, [parameter([0.0], [1e-8], wide)], [{}])
    close(after.detach(), torch.tensor([-5e-4], dtype=wide))


@case(why="a frozen layer, or an expert that got no token, has no gradient: it must not decay, nor count a step")
def no_gradient_no_step(sol):
    idle, busy = parameter([3.0], None), parameter([3.0], [1.0])
    (idle, busy), states = step(sol, [idle, busy], [{}, {}], 0.1, weight_decay=0.5)
    close(idle.detach(), torch.tensor([3.0]))
    assert not states[0].get("step") and states[1]["step"] == 1
    awake, busy = parameter(idle, [1.0]), parameter(busy, [1.0])
    (idle, busy), states = step(sol, [awake, busy], states, 0.1, weight_decay=0.0)
    close(idle.detach(), torch.tensor([2.9]))
    assert [state["step"] for state in states] == [1, 2]


@case(why="the next backward needs the same leaf, and clipping and logging read the gradient after the step")
def the_parameter_is_still_a_leaf(sol):
    gradient = torch.tensor([[0.3, -2.0, 7.0], [0.0, 1.0, -1.0]])
    weight = torch.arange(6.0).reshape(3, 2).t().clone(memory_format=torch.preserve_format).requires_grad_()
    weight.grad = gradient.clone()
    (after,), (state,) = step(sol, [weight], [{}], 0.1, weight_decay=0.2)
    assert after.requires_grad and after.shape == weight.shape and after.dtype == weight.dtype
    close(after.grad, gradient)
    assert (after != weight).any()
    assert not state["exp_avg"].requires_grad and not state["exp_avg_sq"].requires_grad
    assert state["exp_avg"].shape == state["exp_avg_sq"].shape == weight.shape


@case(
    why="bfloat16 cannot hold an average that moves by a thousandth, and float16 no square of 300: moments are float32"
)
def half_parameters_have_float32_moments(sol):
    for dtype in (torch.bfloat16, torch.float16):
        params, states = [parameter([1.0, -1.0], [300.0, 0.01], dtype)], [{}]
        gradient = params[0].grad.double()
        for _ in range(20):
            params, states = step(sol, params, states, 1e-3, weight_decay=0.0)
        assert params[0].dtype == params[0].grad.dtype == dtype
        state = states[0]
        assert state["exp_avg"].dtype == state["exp_avg_sq"].dtype == torch.float32
        close(state["exp_avg_sq"], (gradient**2 * (1 - 0.999**20)).float(), rtol=1e-3)
        close(state["exp_avg"], (gradient * (1 - 0.9**20)).float(), rtol=1e-3)
    (after,), _ = step(sol, [parameter([1.0, -1.0], [300.0, 0.01], torch.float16)], [{}], 0.5, weight_decay=0.25)
    close(after.detach(), torch.tensor([0.375, -1.375], dtype=torch.float16), rtol=1e-3)


def step(sol, params, states, *args, **kwargs):
    """One step inside the solution: parameters and states as they are after it."""
    names = ("lr", "betas", "eps", "weight_decay")
    given = {**dict(zip(names, args, strict=False)), **kwargs}
    defaults = {"lr": 1e-3, "betas": (0.9, 0.999), "eps": 1e-8, "weight_decay": 0.01}
    last = max((at for at, name in enumerate(names) if name in given), default=-1)
    values = [given.get(name, defaults[name]) for name in names[: last + 1]]
    returned, after = inout(sol.adamw_step, params, states, *values)
    assert returned is None, "the step works in place and returns nothing"
    return after[0], after[1]


def parameter(values, gradient, dtype=torch.float32):
    """A leaf of its own with a gradient."""
    found = torch.as_tensor(values).detach().to(dtype, copy=True).requires_grad_()
    found.grad = None if gradient is None else torch.as_tensor(gradient).to(dtype, copy=True)
    return found
