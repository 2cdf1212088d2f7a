import numpy as np
from holdout_judge import case, close, state


@case(visible=True, why="the worked example of the prompt: the mean of two micro-batches, without the scale")
def example(sol):
    sgd = sol.MixedPrecisionSGD(np.array([1, -2], dtype=np.float32), 0.5, 2, np.inf, 1024.0)
    assert sgd.add(half(512, 1024)) == "waiting"
    close(sgd.weights, np.array([1, -2], dtype=np.float32))
    assert sgd.add(half(0, 1024)) == "stepped"
    close(sgd.weights, np.array([0.875, -2.5], dtype=np.float32))


@case(
    visible=True,
    fault="clip-before-unscale",
    why="a gradient of norm 0.5 is below the limit 1 whatever the loss was multiplied by; one of norm 5 is shortened",
)
def the_scale_is_no_part_of_the_norm(sol):
    for scale in (1.0, 64.0, 1024.0):
        sgd = sol.MixedPrecisionSGD(np.zeros(2, dtype=np.float32), 1.0, 1, 1.0, scale)
        assert sgd.add(half(0.3 * scale, -0.4 * scale)) == "stepped"
        close(sgd.weights, np.array([-0.3, 0.4], dtype=np.float32), rtol=3e-3)
        assert sgd.add(half(3 * scale, -4 * scale)) == "stepped"
        close(sgd.weights, np.array([-0.9, 1.2], dtype=np.float32), rtol=3e-3)


@case(fault="sum-in-half", why="two gradients of 40,000 are finite, and so is their mean: nothing overflowed here")
def a_large_sum_is_no_overflow(sol):
    sgd = sol.MixedPrecisionSGD(np.zeros(2, dtype=np.float32), 1.0, 2)
    sgd.add(half(40_000, -65_504))
    assert sgd.add(half(40_000, -65_504)) == "stepped"
    close(sgd.weights, np.array([-40_000, 65_504], dtype=np.float32) / 65536, rtol=3e-3)


@case(fault="sum-in-half", why="what the scale has lifted over the floor of float16 must not sink below it again")
def small_gradients_survive(sol):
    sgd = sol.MixedPrecisionSGD(np.zeros(2, dtype=np.float32), 2.0**20, 1)
    assert sgd.add(half(2.0**-10, -(2.0**-24))) == "stepped"
    close(sgd.weights, np.array([-(2.0**-6), 2.0**-20], dtype=np.float32), rtol=1e-2)


@case(fault="weights-in-half", why="a step of 0.0001 from 1.0 is below half the spacing of float16 there")
def small_steps_add_up(sol):
    sgd = sol.MixedPrecisionSGD(np.ones(1, dtype=np.float32), 0.5, 1, np.inf, 1.0)
    for _ in range(20):
        assert sgd.add(half(2.0**-12)) == "stepped"
    close(sgd.weights, np.array([1 - 20 * 2.0**-13], dtype=np.float32), rtol=1e-6)


@case(
    fault="scale-moves-mid-sum",
    why="the scale belongs to a whole step: its micro-batches are added up and must carry the same one",
)
def the_scale_waits_for_the_step(sol):
    sgd = sol.MixedPrecisionSGD(np.zeros(1, dtype=np.float32), 1.0, 3, np.inf, 8.0, 2)
    seen = []
    for _ in range(12):
        sgd.add(half(1))
        seen.append(sgd.scale)
    assert seen == [8, 8, 8, 8, 8, 16, 16, 16, 16, 16, 16, 32]


@case(fault="overflow-stays", why="the step after an overflow begins with an empty sum, and is an ordinary one")
def life_after_an_overflow(sol):
    for broken in (np.inf, -np.inf, np.nan):
        sgd = sol.MixedPrecisionSGD(np.zeros(2, dtype=np.float32), 1.0, 1, np.inf, 64.0)
        assert sgd.add(half(1, broken)) == "skipped"
        assert sgd.scale == 32
        close(sgd.weights, np.zeros(2, dtype=np.float32))
        assert sgd.add(half(16, 32)) == "stepped"
        close(sgd.weights, np.array([-0.5, -1], dtype=np.float32), rtol=3e-3)


@case(why="an overflow in the first micro-batch spoils the whole sum, and is told at its end")
def overflow_early_in_a_sum(sol):
    sgd = sol.MixedPrecisionSGD(np.zeros(1, dtype=np.float32), 1.0, 3, np.inf, 4.0)
    told = [sgd.add(half(value)) for value in (np.inf, 1, 1, 4, 4, 4)]
    assert told == ["waiting", "waiting", "skipped", "waiting", "waiting", "stepped"]
    assert sgd.scale == 2
    close(sgd.weights, np.array([-2], dtype=np.float32))


@case(why="only steps in a row count: a skipped one starts the count anew")
def growth_needs_a_row_of_good_steps(sol):
    sgd = sol.MixedPrecisionSGD(np.zeros(1, dtype=np.float32), 1.0, 1, np.inf, 8.0, 3)
    seen = []
    for value in (1, 1, np.inf, 1, 1, 1, 1, 1, 1):
        sgd.add(half(value))
        seen.append(sgd.scale)
    assert seen == [8, 8, 4, 4, 4, 8, 8, 8, 16]


@case(why="a run of overflows must not bring the scale to 0, where every gradient vanishes")
def the_scale_has_a_floor(sol):
    sgd = sol.MixedPrecisionSGD(np.zeros(1, dtype=np.float32), 1.0, 1, np.inf, 3.0)
    assert [(sgd.add(half(np.nan)), sgd.scale) for _ in range(3)] == [("skipped", 1.5), ("skipped", 1), ("skipped", 1)]


@case(why="a frozen layer has the gradient 0: its norm divides nothing, and a limit reached exactly cuts nothing")
def gradients_of_zero(sol):
    sgd = sol.MixedPrecisionSGD(np.ones((2, 2), dtype=np.float32), 1.0, 1, 0.0)
    assert sgd.add(np.zeros((2, 2), dtype=np.float16)) == "stepped"
    close(sgd.weights, np.ones((2, 2), dtype=np.float32))
    assert sgd.add(np.ones((2, 2), dtype=np.float16)) == "stepped"
    close(sgd.weights, np.ones((2, 2), dtype=np.float32))


@case(why="the defaults are those of the signature: scale 65536, one micro-batch, no clipping")
def defaults(sol):
    sgd = sol.MixedPrecisionSGD(np.zeros(1, dtype=np.float32), 0.25)
    assert sgd.scale == 65536
    for _ in range(499):
        sgd.add(half(0))
    assert sgd.scale == 65536
    assert sgd.add(half(32768)) == "stepped"
    close(sgd.weights, np.array([-0.125], dtype=np.float32))
    assert sgd.scale == 131072


@case(
    why="the array handed over and the gradients stay as they are; the passes see float16, the optimiser keeps float32"
)
def inputs_and_dtypes(sol):
    start, gradient = np.array([1.0, 1 / 3], dtype=np.float32), half(2, 4)
    for array in (start, gradient):
        array.flags.writeable = False
    sgd = sol.MixedPrecisionSGD(start, 0.5, 2, 0.1, 2.0)
    close(sgd.half_weights(), start.astype(np.float16))
    assert (sgd.add(gradient), sgd.add(gradient)) == ("waiting", "stepped")
    short = 0.05 / np.sqrt(5)
    close(sgd.weights, start - np.array([short, 2 * short], dtype=np.float32), rtol=1e-6)
    close(sgd.half_weights(), sgd.weights.astype(np.float16))


@state(of="MixedPrecisionSGD", runs=12, rtol=1e-5, why="long runs with overflows, clipping and growth, step by step")
def agrees(rng):
    n, micro = int(rng.integers(1, 6)), int(rng.integers(1, 4))
    start = rng.normal(size=n).astype(np.float32)
    init = (start, 0.1, micro, float(rng.choice([0.5, 2.0, np.inf])), 256.0, int(rng.integers(1, 4)))
    steps = []
    for _ in range(micro * 8):
        gradient = (256 * rng.normal(size=n)).astype(np.float16)
        if rng.random() < 0.1:
            gradient[0] = np.inf
        steps += [("add", (gradient,)), ("scale", None), ("weights", None)]
    return init, steps


def half(*values):
    return np.array(values, dtype=np.float16)
