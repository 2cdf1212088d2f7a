import torch
from holdout_judge import backward, case, close, finite, inout, oracle, property


@case(visible=True, why="the worked example of the prompt: one place each, and a token that finds both experts taken")
def example(sol):
    logits = torch.log(torch.tensor([[0.7, 0.2, 0.1], [0.6, 0.3, 0.1], [0.1, 0.8, 0.1]]))
    weights, experts, slots, balance = sol.route(logits, 2, 1)
    close(experts, torch.tensor([[0, 1], [0, 1], [1, 0]]))
    close(slots, torch.tensor([[0, -1], [-1, -1], [0, -1]]))
    close(weights, torch.tensor([[0.777778, 0.0], [0.0, 0.0], [0.888889, 0.0]]))
    close(balance, torch.tensor(1.35))


@oracle(runs=12, rtol=1e-6, why="agrees with the reference over tokens, experts, choices and capacities")
def agrees(rng):
    n, e = int(rng.integers(1, 12)), int(rng.integers(1, 6))
    return torch.tensor(rng.normal(size=(n, e))), int(rng.integers(1, e + 1)), int(rng.integers(1, 5))


@case(why="a second choice of the first token must not push out the first choice of the last")
def first_choices_come_first(sol):
    logits = torch.tensor([[2.0, 1.0, 0.0], [0.0, 2.0, 1.0], [0.0, 2.0, 1.0]])
    _, experts, slots, _ = sol.route(logits, 2, 2)
    close(experts, torch.tensor([[0, 1], [1, 2], [1, 2]]))
    close(slots, torch.tensor([[0, -1], [0, 0], [1, 1]]))


@case(why="padding tokens are all alike and so are their logits: the lower expert first, on every machine")
def ties_go_to_the_lower_expert(sol):
    weights, experts, slots, balance = sol.route(torch.zeros(40, 8), 3, 30)
    close(experts, torch.tensor([[0, 1, 2]]).expand(40, 3))
    close(slots, torch.arange(40)[:, None].expand(40, 3).masked_fill(torch.arange(40)[:, None] >= 30, -1))
    close(weights[:30], torch.full((30, 3), 1 / 3))
    close(balance, torch.tensor(1.0))


@property(
    runs=5, why="the router learns from its weights: through both the chosen probability and the sum of the chosen"
)
def weights_are_differentiable(sol, rng):
    logits, upstream = torch.tensor(rng.normal(size=(6, 4))), torch.tensor(rng.normal(size=(6, 2)))
    (weights, experts, slots, _), (seen, *_) = backward(
        sol.route, leaf(logits), 2, 2, upstream=(upstream, None, None, None)
    )
    twin = leaf(logits)
    expected = twin.gather(1, experts).softmax(dim=1) * (slots >= 0)
    expected.backward(upstream)
    close(weights.detach(), expected.detach(), rtol=1e-6)
    close(seen.grad, twin.grad, rtol=1e-6, atol=1e-9)
    assert not experts.requires_grad and not slots.requires_grad


@property(
    runs=5, why="a count has no gradient: the loss that spreads the load pulls on probabilities, weighed by the counts"
)
def balance_is_differentiable(sol, rng):
    logits = torch.tensor(rng.normal(size=(7, 3)))
    weight = torch.tensor(rng.uniform(0.5, 3))
    (_, experts, _, balance), (seen, *_) = backward(sol.route, leaf(logits), 2, 1, upstream=(None, None, None, weight))
    share = torch.bincount(experts.flatten(), minlength=3) / 14.0
    twin = leaf(logits)
    expected = 3 * (share.double() * twin.softmax(dim=1).mean(dim=0)).sum()
    expected.backward(weight)
    close(balance.detach(), expected.detach(), rtol=1e-6)
    close(seen.grad, twin.grad, rtol=1e-6, atol=1e-9)
    assert balance.ndim == 0


@case(why="a dropped choice did no work: its weight is 0, what is left is not scaled up, and no gradient comes from it")
def dropped_choices_do_not_count(sol):
    logits = leaf(torch.tensor([[1.0, 0.0], [1.0, 0.0]], dtype=torch.float64))
    ones = torch.ones(2, 2, dtype=torch.float64)
    (weights, _, slots, _), (seen, *_) = backward(sol.route, logits, 2, 1, upstream=(ones, None, None, None))
    p = torch.sigmoid(torch.tensor(1.0, dtype=torch.float64))
    close(slots, torch.tensor([[0, 0], [-1, -1]]))
    close(weights.detach(), torch.stack([torch.stack([p, 1 - p]), torch.zeros(2, dtype=torch.float64)]))
    close(seen.grad, torch.zeros(2, 2, dtype=torch.float64), atol=1e-12)
    (weights, *_), (seen, *_) = backward(
        sol.route, leaf(torch.tensor([[1.0, 0.0], [0.0, 1.0]], dtype=torch.float64)), 2, 1,
        upstream=(ones, None, None, None),
    )  # fmt: skip
    close(weights.detach(), torch.stack([p, 0 * p, p, 0 * p]).reshape(2, 2))
    pull = p * (1 - p)
    close(seen.grad, torch.stack([pull, -pull, -pull, pull]).reshape(2, 2))


@case(why="an expert on a machine that is down is switched off by -inf: nobody is sent there, and no NaN comes back")
def switched_off_experts(sol):
    logits = leaf(torch.tensor([[1.0, -torch.inf, 0.5], [-torch.inf, 3.0, 2.0]]))
    (weights, experts, _, balance), (seen, *_) = backward(
        sol.route, logits, 2, 9, upstream=(torch.ones(2, 2), None, None, torch.tensor(1.0))
    )
    close(experts, torch.tensor([[0, 2], [1, 2]]))
    assert finite(weights) and finite(balance) and finite(seen.grad)
    assert seen.grad[0, 1] == 0 and seen.grad[1, 0] == 0


@case(why="p is 0 for an expert that is down, and for one that is merely far behind: only the second can be asked")
def far_behind_is_not_switched_off(sol):
    logits = torch.tensor([[0.0, -torch.inf, -4000.0, -3000.0], [-torch.inf, 5.0, 900.0, -torch.inf]])
    weights, experts, slots, _ = sol.route(logits, 2, 9)
    close(experts, torch.tensor([[0, 3], [2, 1]]))
    close(slots, torch.tensor([[0, 0], [0, 0]]))
    close(weights, torch.tensor([[1.0, 0.0], [1.0, 0.0]]))
    close(sol.route(logits[:1].double(), 3, 9)[1], torch.tensor([[0, 3, 2]]))


@case(why="router logits grow without bound in long runs: a softmax that overflows sends every token to NaN")
def large_logits_do_not_overflow(sol):
    logits = torch.tensor([[3000.0, 2999.0, -3000.0], [-5000.0, -5001.0, -5002.0]])
    weights, experts, _, balance = sol.route(logits, 2, 4)
    close(experts, torch.tensor([[0, 1], [0, 1]]))
    close(weights, torch.tensor([[0.731059, 0.268941], [0.731059, 0.268941]]))
    assert finite(balance)


@case(why="in bfloat16 a mean over thousands of tokens stops growing: softmax and balance need float32")
def half_precision_is_computed_in_float32(sol):
    wide = torch.randn(512, 8, generator=torch.Generator().manual_seed(3), dtype=torch.float64)
    for dtype in (torch.bfloat16, torch.float16):
        logits = leaf(wide.to(dtype))
        one = torch.ones(())
        (weights, experts, slots, balance), (seen, *_) = backward(
            sol.route, logits, 2, 100, upstream=(None, None, None, one)
        )
        exact = logits.detach().double()
        p = exact.softmax(dim=1)
        share = torch.bincount(experts.flatten(), minlength=8) / 1024.0
        assert weights.dtype == seen.grad.dtype == dtype and balance.dtype == torch.float32
        close(balance.detach(), (8 * share.double() * p.mean(dim=0)).sum().float(), rtol=1e-5)
        close(weights.detach(), (exact.gather(1, experts).softmax(dim=1) * (slots >= 0)).to(dtype))


@case(
    why="a step routes hundreds of thousands of tokens: a Python loop over their queues takes longer than the experts"
)
def many_tokens_at_once(sol):
    logits = torch.randn(240_000, 4, generator=torch.Generator().manual_seed(1))
    weights, experts, slots, _ = sol.route(logits, 2, 100_000)
    assert weights.shape == experts.shape == slots.shape == (240_000, 2)
    for expert in range(4):
        taken = slots[(experts == expert) & (slots >= 0)]
        assert len(taken) == min(100_000, int((experts == expert).sum()))
        close(taken.sort().values, torch.arange(len(taken)))


@case(why="float32 in, float32 out, and the logits go to a second loss next")
def the_input_stays(sol):
    logits = torch.randn(4, 5, generator=torch.Generator().manual_seed(2)).t()
    (weights, experts, slots, balance), (seen, *_) = inout(sol.route, logits, 2, 3)
    assert weights.dtype == balance.dtype == torch.float32 and not weights.requires_grad
    assert experts.dtype == slots.dtype == torch.int64
    close(seen, logits)


def leaf(values):
    """A tensor of its own that requires a gradient."""
    return values.detach().clone().requires_grad_()
