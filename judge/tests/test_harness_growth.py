"""Orders of growth are told from costs alone: noise, overheads and a single jump do not mislead."""

from __future__ import annotations

import math

import numpy as np
import pytest

from holdout_judge.order_of_growth import ORDERS, exponent, judge, next_size, settle

SIZES = [8_000, 32_000, 128_000]


def costs(order: str, scale: float = 1e-7, overhead: float = 1e-4) -> list[float]:
    return [overhead + scale * ORDERS[order](size) for size in SIZES]


@pytest.mark.parametrize("order", ["1", "log n", "n", "n log n", "n^2"])
def test_the_right_order_is_within(order: str) -> None:
    assert judge(SIZES, costs(order), order, "time") == "within"


@pytest.mark.parametrize(
    ("grows", "asked"), [("n^2", "n log n"), ("n^2", "n"), ("n", "1"), ("n", "log n"), ("n^3", "n^2")]
)
def test_a_worse_order_is_beyond(grows: str, asked: str) -> None:
    assert judge(SIZES, costs(grows, 1e-6), asked, "time") == "beyond"


def test_noise_of_a_busy_machine_moves_no_verdict() -> None:
    rng = np.random.default_rng(0)
    for _ in range(300):
        noise = rng.uniform(1.0, 1.25, size=3)  # after the minimum of several repeats
        right = [cost * float(factor) for cost, factor in zip(costs("n log n"), noise, strict=True)]
        wrong = [cost * float(factor) for cost, factor in zip(costs("n^2", 1e-8), noise, strict=True)]
        assert settle(SIZES, right, "n log n", "time") == "within"
        assert settle(SIZES, wrong, "n log n", "time") == "beyond"


def test_one_jump_is_doubted_and_not_condemned() -> None:
    jump = [2e-3, 8e-3, 96e-3]  # linear, and three times slower once arrays no longer fit the cache
    assert judge(SIZES, jump, "n", "time") == "unsure"
    longer, after = [*SIZES, next_size(SIZES)], [*jump, 4 * jump[-1]]
    assert judge(longer, after, "n", "time") == "within"


def test_a_quadratic_part_below_an_overhead_shows_at_the_next_size() -> None:
    sizes = [500, 2_000, 8_000]
    seconds = [4e-6 * n + 3e-10 * n * n for n in sizes]
    assert judge(sizes, seconds, "n log n", "time") != "beyond"
    for _ in range(2):
        sizes.append(next_size(sizes))
        seconds.append(4e-6 * sizes[-1] + 3e-10 * sizes[-1] ** 2)
    assert settle(sizes, seconds, "n log n", "time") == "beyond"


def test_costs_below_the_noise_say_nothing() -> None:
    assert judge(SIZES, [1e-6, 1e-5, 1e-4], "1", "time") == "within"
    assert judge(SIZES, [8e3, 64e3, 512e3], "1", "memory") == "within"
    assert judge(SIZES, [8e6, 32e6, 128e6], "1", "memory") == "beyond"


def test_the_exponent_is_that_of_the_last_step() -> None:
    assert exponent([10, 100, 1000], [5.0, 5.0, 500.0]) == pytest.approx(2.0)
    assert math.isfinite(exponent([10, 100], [0.0, 0.0]))


def test_the_next_size_keeps_the_ratio_but_is_at_least_fourfold() -> None:
    assert next_size([10, 100, 1000]) == 10_000
    assert next_size([1000, 2000]) == 8000
