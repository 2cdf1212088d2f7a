import numpy as np
from holdout_judge import case, close, forbid, inout, oracle, property

forbid("diffusers", why="the step is the exercise")
forbid("torch", why="the step is asked for in NumPy")


@case(visible=True, why="the worked example of the prompt: one sample at its last step, without noise, and one before")
def example(sol):
    x, eps = np.full((2, 1), 0.3), np.full((2, 1), 0.5)
    got = sol.ddpm_step(x, eps, np.array([0, 1]), np.array([0.9, 0.5]), np.ones((2, 1)))
    close(got, np.array([[0.149561], [0.278998]]), rtol=1e-5)


@case(visible=True, why="the last step draws nothing: the estimate itself, clipped, is the picture")
def the_last_step_has_no_noise(sol):
    table, t = np.array([0.96, 0.5, 0.2]), np.array([0])
    x, eps, noise = np.array([[0.49, -3.0]]), np.array([[0.5, 0.0]]), np.full((1, 2), 1e6)
    whole = np.array([[0.39 / np.sqrt(0.96), -3 / np.sqrt(0.96)]])
    close(sol.ddpm_step(x, eps, t, table, noise), np.array([[whole[0, 0], -1.0]]), rtol=1e-9)
    close(sol.ddpm_step(x, eps, t, table, noise, None), whole, rtol=1e-9)


@oracle(runs=12, rtol=1e-8, why="agrees with the reference over shapes, schedules, times and clipping")
def agrees(rng):
    shape = (int(rng.integers(1, 5)), *(int(n) for n in rng.integers(1, 4, size=rng.integers(0, 4))))
    table = schedule(int(rng.integers(2, 30)), float(rng.uniform(0.05, 0.3)))
    x, eps, noise = rng.normal(size=(3, *shape))
    t = rng.integers(0, len(table), size=shape[0])
    return x, eps, t, table, noise, [None, 1.0, 0.3][int(rng.integers(3))]


@property(runs=5, why="mean and spread are those of the joint Gaussian, conditioned on what is now and on the picture")
def conditions_the_joint_gaussian(sol, rng):
    table, picture = schedule(8, 0.3), float(rng.uniform(-0.9, 0.9))
    time, now = int(rng.integers(1, 8)), float(rng.normal())
    bar, before = table[time], table[time - 1]
    alpha = bar / before
    # (x_{t-1}, x_t) given the picture: means, variances 1 - before and 1 - bar, covariance sqrt(alpha) (1 - before)
    slope = np.sqrt(alpha) * (1 - before) / (1 - bar)
    mean = np.sqrt(before) * picture + slope * (now - np.sqrt(bar) * picture)
    variance = (1 - before) - slope * np.sqrt(alpha) * (1 - before)
    eps = np.full(2, (now - np.sqrt(bar) * picture) / np.sqrt(1 - bar))
    got = sol.ddpm_step(np.full(2, now), eps, np.full(2, time), table, np.array([0.0, 2.0]))
    close(got, np.array([mean, mean + 2 * np.sqrt(variance)]), rtol=1e-8)


@case(why="each sample has a time of its own, and its coefficient belongs to the first axis: here all axes are equal")
def times_belong_to_samples(sol):
    table, t = schedule(20, 0.2), np.array([0, 7, 19])
    x, eps, noise = np.random.default_rng(0).normal(size=(3, 3, 3, 3))
    together = sol.ddpm_step(x, eps, t, table, noise)
    for at in range(3):
        row = slice(at, at + 1)
        close(together[row], sol.ddpm_step(x[row], eps[row], t[row], table, noise[row]), rtol=1e-9)


@case(why="only the estimate is clipped: what comes out may lie beyond, for the samples are noisy until the end")
def the_clip_is_on_the_estimate(sol):
    table, t, noise = np.array([0.8, 0.4]), np.array([1, 1]), np.zeros(2)
    x, eps = np.array([9.0, -9.0]), np.array([-1.0, 1.0])
    # before = 0.8, bar = 0.4, alpha = beta = 0.5
    far = 9 * np.sqrt(0.5) * 0.2 / 0.6
    for clip in (1.0, 0.25):
        mean = np.sqrt(0.8) * 0.5 / 0.6 * clip + far
        close(sol.ddpm_step(x, eps, t, table, noise, clip), np.array([mean, -mean]), rtol=1e-9)
    close(sol.ddpm_step(x, eps, t, table, noise), sol.ddpm_step(x, eps, t, table, noise, clip=1.0), rtol=1e-12)
    whole = np.sqrt(0.8) * 0.5 / 0.6 * (9 + np.sqrt(0.6)) / np.sqrt(0.4) + far
    close(sol.ddpm_step(x, eps, t, table, noise, clip=None), np.array([whole, -whole]), rtol=1e-9)


@case(why="with a thousand steps beta is a ten-thousandth: in float32 it keeps four digits at best, in float16 none")
def a_fine_schedule_in_every_dtype(sol):
    table, t = np.cumprod(1 - np.linspace(1e-4, 2e-2, 1000)), np.array([1, 40, 999])
    x, eps, noise = np.linspace(-1, 1, 300).reshape(3, 100) * np.array([1.0, 0.5, 2.0])[:, None, None]
    # half a unit in the last place for the rounding at the end, and a little for float32 arithmetic
    for dtype, rtol, atol in ((np.float64, 1e-9, 1e-10), (np.float32, 2e-6, 2e-6), (np.float16, 5e-4, 4e-6)):
        given = [one.astype(dtype) for one in (x, eps, noise)]
        got = sol.ddpm_step(*given[:2], t, table, given[2])
        expected = posterior(*(one.astype(np.float64) for one in given[:2]), t, table, given[2].astype(np.float64))
        assert got.dtype == dtype, f"samples are {np.dtype(dtype)}, the result is {got.dtype}"
        close(got.astype(np.float64), expected, rtol=rtol, atol=atol)


@case(why="a float32 checkpoint holds the schedule in float32: coefficients are float64 all the same")
def a_table_in_float32(sol):
    table, t = np.cumprod(1 - np.linspace(1e-4, 2e-2, 1000)).astype(np.float32), np.array([3, 500])
    x, eps, noise = np.random.default_rng(3).normal(size=(3, 2, 4))
    close(sol.ddpm_step(x, eps, t, table, noise), posterior(x, eps, t, table.astype(np.float64), noise), rtol=1e-9)


@case(why="the scheduler stores times as narrow unsigned integers: there is no -1, and 255 + 1 is 0")
def narrow_unsigned_times(sol):
    table, t = schedule(256, 0.02), np.array([0, 1, 255], dtype=np.uint8)
    x, eps, noise = np.random.default_rng(4).normal(size=(3, 3, 2))
    close(sol.ddpm_step(x, eps, t, table, noise), posterior(x, eps, t, table, noise), rtol=1e-9)


@case(why="no request waits at night: an empty batch is a batch, with its shape and dtype")
def an_empty_batch(sol):
    nothing = np.zeros((0, 3, 2), dtype=np.float32)
    got = sol.ddpm_step(nothing, nothing, np.zeros(0, dtype=np.int64), np.array([0.9, 0.5]), nothing)
    assert got.shape == (0, 3, 2) and got.dtype == np.float32


@case(why="samplers keep x for the trajectory; batches are views of a larger buffer: nothing that came in is changed")
def inputs_are_kept(sol):
    buffer = np.random.default_rng(5).normal(size=(3, 4, 6)).astype(np.float32)
    x, eps, noise = (one.T[::2] for one in buffer)
    given = (x, eps, np.array([0, 3, 2]), schedule(4, 0.2), noise)
    kept = [one.copy() for one in given]
    got, after = inout(sol.ddpm_step, *given)
    close(got, posterior(*(one.astype(np.float64) if one.dtype.kind == "f" else one for one in kept)).astype("f4"))
    for now, was in zip(after, kept, strict=True):
        close(now, was)


def schedule(steps, rate):
    """A falling table of cumulative products."""
    return np.cumprod(1 - np.linspace(rate / 10, rate, steps))


def posterior(x, eps, t, table, noise):
    """The step sample by sample, in Python floats for the coefficients, clipped at 1."""
    rows = []
    for at, time in enumerate(t.tolist()):
        bar, before = float(table[time]), float(table[time - 1]) if time else 1.0
        beta = (before - bar) / before
        x0 = ((x[at] - (1 - bar) ** 0.5 * eps[at]) / bar**0.5).clip(-1, 1)
        mean = (before**0.5 * beta * x0 + (bar / before) ** 0.5 * (1 - before) * x[at]) / (1 - bar)
        rows.append(mean + (beta * (1 - before) / (1 - bar)) ** 0.5 * noise[at])
    return np.stack(rows)
