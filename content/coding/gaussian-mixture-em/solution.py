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
    shares = np.exp(log_joint - top)  # the nearest component has 1, so no row is all 0
    total = shares.sum(axis=1, keepdims=True)
    return shares / total, float((top + np.log(total)).sum())


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
