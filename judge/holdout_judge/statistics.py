"""p-values for statistical tests, in NumPy and the standard library: SciPy would cost the checker its start-up."""

from __future__ import annotations

import math

import numpy as np

__all__ = ["chi_square_p", "ks_p", "z_test_p"]


def chi_square_p(observed: np.ndarray, expected: np.ndarray) -> float:
    """Upper-tail p-value of Pearson's chi-square for counts (k,) against expected counts (k,); k - 1 degrees."""
    observed, expected = np.asarray(observed, float), np.asarray(expected, float)
    if observed.shape != expected.shape or observed.ndim != 1:
        raise AssertionError(f"{len(expected)} counts were expected, shape {observed.shape} came")
    if (observed[expected == 0] > 0).any():
        return 0.0
    kept = expected > 0
    statistic = float(((observed[kept] - expected[kept]) ** 2 / expected[kept]).sum())
    return _upper_gamma((kept.sum() - 1) / 2, statistic / 2)


def z_test_p(mean: float, expected: float, standard_error: float) -> float:
    """Two-sided p-value of a mean against what is expected, standard error known."""
    if not math.isfinite(mean):
        return 0.0
    return math.erfc(abs(mean - expected) / standard_error / math.sqrt(2))


def ks_p(sample: np.ndarray, cdf: np.ndarray) -> float:
    """Two-sided Kolmogorov–Smirnov p-value (asymptotic); `cdf` is the theoretical cdf at each of `sample` (n,)."""
    order = np.argsort(sample)
    theory = np.asarray(cdf, float)[order]
    n = len(theory)
    steps = np.arange(1, n + 1) / n
    distance = float(max((steps - theory).max(), (theory - (steps - 1 / n)).max()))
    x = (math.sqrt(n) + 0.12 + 0.11 / math.sqrt(n)) * distance
    if x < 0.2:
        return 1.0
    return min(1.0, max(0.0, 2 * sum((-1) ** (j - 1) * math.exp(-2 * j * j * x * x) for j in range(1, 101))))


def _upper_gamma(a: float, x: float) -> float:
    """Regularised upper incomplete gamma Q(a, x): series below a + 1, continued fraction above (Lentz)."""
    if a <= 0:
        return 1.0
    if x <= 0:
        return 1.0
    log_front = -x + a * math.log(x) - math.lgamma(a)
    if x < a + 1:
        term = total = 1 / a
        for k in range(1, 10_000):
            term *= x / (a + k)
            total += term
            if term < total * 1e-16:
                break
        return max(0.0, 1 - total * math.exp(log_front))
    tiny = 1e-300
    b = x + 1 - a
    c, d = 1 / tiny, 1 / b
    h = d
    for k in range(1, 10_000):
        an = -k * (k - a)
        b += 2
        d = 1 / (an * d + b or tiny)
        c = b + an / c or tiny
        h *= d * c
        if abs(d * c - 1) < 1e-15:
            break
    return math.exp(log_front) * h
