"""One row at a time in logarithms, min-p as a bound on logits; the draw is a race of Gumbel noise."""

import numpy as np


def distribution(logits, temperature=1.0, top_p=1.0, min_p=0.0):
    rows = [_row(row.astype(np.float64), temperature, top_p, min_p) for row in logits]
    return np.array(rows, dtype=np.float64).reshape(logits.shape)


def _row(z, temperature, top_p, min_p):
    ranking = np.lexsort((np.arange(len(z)), -z))
    best = z[ranking[0]]
    if best == -np.inf:
        raise ValueError("every token is banned")
    result = np.zeros(len(z))
    if temperature == 0:
        result[ranking[0]] = 1
        return result
    tempered = (z - best) / temperature
    log_p = tempered - np.log(np.exp(tempered).sum())
    if top_p < 1:
        totals = np.exp(log_p[ranking]).cumsum()
        ranking = ranking[: np.searchsorted(totals, top_p * (1 - 1e-9)) + 1]
    if min_p > 0:
        ranking = ranking[tempered[ranking] >= np.log(min_p) - 1e-9]
    result[ranking] = np.exp(log_p[ranking])
    return result / result.sum()


def sample(logits, rng, temperature=1.0, top_p=1.0, min_p=0.0):
    p = distribution(logits, temperature, top_p, min_p)
    with np.errstate(divide="ignore"):
        return (np.log(p) + rng.gumbel(size=p.shape)).argmax(axis=1)
