import numpy as np
from holdout_judge import case, close, inout, property


@case(
    visible=True, why="the worked example of the prompt: the first step is a decay, and lr in the direction of the sign"
)
def example(sol):
    params, state = sol.adamw_step(one(1.0, -2.0), one(0.1, -0.4), {}, 0.1, weight_decay=0.1)
    close(params["w"], np.array([0.89, -1.88]), rtol=1e-6)
    assert state["w"]["step"] == 1
    close(state["w"]["m"], np.array([0.01, -0.04]), rtol=1e-9)
    close(state["w"]["v"], np.array([1e-5, 1.6e-4]), rtol=1e-9)


@property(
    visible=True, runs=6, why="a run of several steps follows the formulas, over shapes, rates, decay and clipping"
)
def follows_the_formulas(sol, rng):
    lr, eps, decay = float(rng.uniform(1e-3, 0.3)), float(rng.choice([1e-8, 1e-2])), float(rng.uniform(0, 0.5))
    betas, max_norm = (
        (float(rng.uniform(0.5, 0.95)), float(rng.uniform(0.9, 0.999))),
        [None, 0.5, 30.0][rng.integers(3)],
    )
    shapes = {"a": (3, 2), "b": (), "c": (4,)}
    params = {name: np.asarray(rng.normal(size=shape)) for name, shape in shapes.items()}
    state, books = {}, {name: Book(value) for name, value in params.items()}
    for _ in range(4):
        grads = {name: np.asarray(rng.normal(size=shape)) for name, shape in shapes.items()}
        params, state = sol.adamw_step(params, grads, state, lr, betas, eps, decay, max_norm)
        norm = np.sqrt(sum((grad**2).sum() for grad in grads.values()))
        factor = min(1.0, max_norm / norm) if max_norm else 1.0
        for name, book in books.items():
            book.step(grads[name] * factor, lr, betas, eps, decay)
            close(np.asarray(params[name]), book.value, rtol=1e-9, atol=1e-12)


@case(
    why="averages that begin at 0 are too small at first, the second by more: uncorrected, the first steps are three times too long"
)
def the_first_steps_are_corrected(sol):
    params, state = one(0.0), {}
    for count in range(1, 4):
        params, state = sol.adamw_step(params, one(5.0), state, 0.25, (0.9, 0.999), 0.0, 0.0)
        close(params["w"], np.array([-0.25 * count]), rtol=1e-9)


@case(why="decay is not a gradient: it must not be divided by the size of the gradients, nor enter the averages")
def decay_is_decoupled(sol):
    params, state = one(8.0), {}
    for _ in range(3):
        params, state = sol.adamw_step(params, one(0.0), state, 0.5, weight_decay=0.5)
    close(params["w"], np.array([3.375]), rtol=1e-9)
    assert state["w"]["m"] == 0 and state["w"]["v"] == 0
    for size in (100.0, 0.01):
        params, _ = sol.adamw_step(one(1.0), one(size), {}, 0.5, weight_decay=0.5)
        close(params["w"], np.array([0.25]), rtol=1e-5)


@case(why="the optimiser's defaults are part of a recipe")
def defaults(sol):
    params, state = sol.adamw_step(one(2.0), one(1.0), {})
    close(params["w"], np.array([2 * (1 - 1e-5) - 1e-3]), rtol=1e-9)
    close(state["w"]["m"], np.array([0.1]), rtol=1e-9)
    close(state["w"]["v"], np.array([1e-3]), rtol=1e-9)
    params, _ = sol.adamw_step(one(0.0), one(1e-8), {})
    close(params["w"], np.array([-5e-4]), rtol=1e-6)


@case(
    why="clipping looks at all gradients together: their directions to one another stay, and short ones are untouched"
)
def clipping_is_global(sol):
    params, grads = {"a": np.zeros(1), "b": np.zeros(2)}, {"a": np.array([3.0]), "b": np.array([0.0, 4.0])}
    _, state = sol.adamw_step(params, grads, {}, max_norm=1.0)
    close(state["a"]["m"], np.array([0.06]), rtol=1e-9)
    close(state["b"]["m"], np.array([0.0, 0.08]), rtol=1e-9)
    close(state["b"]["v"], np.array([0.0, 0.00064]), rtol=1e-9)
    for enough in (5.0, 6.0, None):
        _, state = sol.adamw_step(params, grads, {}, max_norm=enough)
        close(state["b"]["m"], np.array([0.0, 0.4]), rtol=1e-9)
    _, state = sol.adamw_step(params, {"a": np.zeros(1), "b": None}, {}, max_norm=0.0)
    assert state["a"]["m"] == 0 and "b" not in state


@case(why="a frozen layer, or an expert that got no token, has no gradient: it must not decay, nor count a step")
def no_gradient_no_step(sol):
    params = {"idle": np.array([3.0]), "busy": np.array([3.0])}
    params, state = sol.adamw_step(params, {"idle": None, "busy": np.ones(1)}, {}, 0.1, weight_decay=0.5)
    assert params["idle"] == 3.0 and "idle" not in state and state["busy"]["step"] == 1
    params, state = sol.adamw_step(params, {"idle": np.ones(1), "busy": np.ones(1)}, state, 0.1, weight_decay=0.0)
    close(params["idle"], np.array([2.9]), rtol=1e-6)
    assert (state["idle"]["step"], state["busy"]["step"]) == (1, 2)
    _, later = sol.adamw_step(params, {"idle": None, "busy": None}, state, 0.1)
    assert (later["idle"]["step"], later["busy"]["step"]) == (1, 2)


@case(why="float16 has no square of 300, and an average that moves by a thousandth is lost in it: moments are float64")
def half_precision_parameters(sol):
    for dtype in (np.float16, np.float32):
        params, state = {"w": np.array([1.0, -1.0], dtype=dtype)}, {}
        gradient = np.array([300.0, 0.01], dtype=dtype)
        for _ in range(10):
            params, state = sol.adamw_step(params, {"w": gradient}, state, 1e-3, weight_decay=0.0)
        assert params["w"].dtype == dtype and state["w"]["m"].dtype == state["w"]["v"].dtype == np.float64
        close(state["w"]["v"], gradient.astype(np.float64) ** 2 * (1 - 0.999**10), rtol=1e-9)
        close(state["w"]["m"], gradient.astype(np.float64) * (1 - 0.9**10), rtol=1e-9)
    params, _ = sol.adamw_step({"w": np.float16([1, -1])}, {"w": np.float16([200, 200])}, {}, 0.5, max_norm=1.0)
    close(params["w"], np.array([0.495, -1.495], dtype=np.float16), rtol=2e-3)


@case(why="a checkpoint holds the state before the step: arrays are read-only here, and must not change there")
def nothing_is_changed_in_place(sol):
    params, grads = {"w": np.array([[1.0, 2.0]])}, {"w": np.array([[0.5, -0.5]])}
    _, state = sol.adamw_step(params, grads, {})
    kept = {key: np.copy(value) for key, value in state["w"].items()}
    for array in (params["w"], grads["w"], state["w"]["m"], state["w"]["v"]):
        array.flags.writeable = False
    (moved, later), (params_after, grads_after, state_after, *_) = inout(sol.adamw_step, params, grads, state, 0.1)
    assert later["w"]["step"] == 2 and state_after["w"]["step"] == 1 and (moved["w"] != params["w"]).all()
    close(params_after["w"], np.array([[1.0, 2.0]]))
    close(grads_after["w"], np.array([[0.5, -0.5]]))
    close(state_after["w"]["m"], kept["m"])


def one(*values):
    return {"w": np.array(values)}


class Book:
    """The formulas with sums over all past gradients written out."""

    def __init__(self, value):
        self.value, self.past = value, []

    def step(self, grad, lr, betas, eps, decay):
        self.past.append(grad)
        ages = np.arange(len(self.past))[::-1].reshape(-1, *[1] * grad.ndim)
        past = np.array(self.past)
        mean = (betas[0] ** ages * past).sum(axis=0) / (betas[0] ** ages).sum()
        square = (betas[1] ** ages * past**2).sum(axis=0) / (betas[1] ** ages).sum()
        self.value = self.value - lr * decay * self.value - lr * mean / (np.sqrt(square) + eps)
