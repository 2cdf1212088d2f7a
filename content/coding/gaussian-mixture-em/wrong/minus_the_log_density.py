"""Misconception: log-sum-exp gives the log density, and its difference to each log joint is the log share.
Shown to the learner: True, until the log density is so large that the logarithm of the sum rounds away beside it: at 1e8 standard deviations two equally near components get a share of 1 each. Divide by the sum of the shifted exponentials, which is between 1 and k.
Must fail: far_away_points
"""

import numpy as np

LEAST_TOTAL = 1e-8


def e_step(x: np.ndarray, weights: np.ndarray, means: np.ndarray, variances: np.ndarray) -> tuple[np.ndarray, float]:
    """Responsibilities (n, k) and the log-likelihood of all points, in log space throughout."""
    with np.errstate(divide="ignore"):
        log_joint = np.tile(np.log(weights), (len(x), 1))  # a weight of 0 is -inf, and stays a share of 0
    for k in range(len(weights)):  # one component at a time: no (n, k, d) table
        squares = ((x - means[k]) / np.sqrt(variances[k])) ** 2
        log_joint[:, k] -= (squares + np.log(2 * np.pi * variances[k])).sum(axis=1) / 2
    top = log_joint.max(axis=1, keepdims=True)
    log_density = top + np.log(np.exp(log_joint - top).sum(axis=1, keepdims=True))
    return np.exp(log_joint - log_density), float(log_density.sum())


def m_step(
    x: np.ndarray, shares: np.ndarray, means: np.ndarray, variances: np.ndarray, floor: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Weights (k,), means (k, d) and variances (k, d) that are best for these responsibilities.

    A component that answers for less than LEAST_TOTAL of a point keeps its old mean and variances.
    """
    x, means, variances = (array.astype(np.float64) for array in (x, means, variances))  # copies
    totals = shares.sum(axis=0)
    for k in np.flatnonzero(totals >= LEAST_TOTAL):
        share = shares[:, k] / totals[k]
        means[k] = share @ x
        variances[k] = np.maximum(share @ (x - means[k]) ** 2, floor)
    return totals / len(x), means, variances


def fit(
    x: np.ndarray, weights: np.ndarray, means: np.ndarray, variances: np.ndarray, floor: float, rounds: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray, list[float]]:
    """Parameters after so many rounds, and the log-likelihood at the start and after each of them."""
    shares, log_likelihood = e_step(x, weights, means, variances)
    log_likelihoods = [log_likelihood]
    for _ in range(rounds):
        weights, means, variances = m_step(x, shares, means, variances, floor)
        shares, log_likelihood = e_step(x, weights, means, variances)
        log_likelihoods.append(log_likelihood)
    return weights, means, variances, log_likelihoods
