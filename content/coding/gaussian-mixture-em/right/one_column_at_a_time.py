"""Adds up log densities one dimension at a time as (n, k) tables, measures all from the nearest component, and uses logaddexp.reduce."""

import math

import numpy as np


def log_joint(x, weights, means, variances):
    table = np.zeros((x.shape[0], means.shape[0]))
    for j in range(x.shape[1]):
        z = np.subtract.outer(x[:, j].astype(float), means[:, j]) / np.sqrt(variances[:, j])
        table -= 0.5 * z * z + 0.5 * np.log(variances[:, j]) + 0.5 * math.log(2 * math.pi)
    return table + np.array([math.log(w) if w > 0 else -math.inf for w in weights])


def e_step(x, weights, means, variances):
    table = log_joint(x, weights, means, variances)
    nearest = np.take_along_axis(table, table.argmax(axis=1)[:, None], axis=1)
    behind = table - nearest
    return np.exp(behind - np.logaddexp.reduce(behind, axis=1)[:, None]), math.fsum(np.logaddexp.reduce(table, axis=1))


def m_step(x, shares, means, variances, floor):
    x = np.asarray(x, dtype=np.float64)
    weights, new_means, new_variances = [], [], []
    for k in range(len(means)):
        total = math.fsum(shares[:, k])
        weights.append(total / len(x))
        if total < 1e-8:
            new_means.append(means[k])
            new_variances.append(variances[k])
            continue
        mean = np.average(x, axis=0, weights=shares[:, k])
        spread = np.average((x - mean) ** 2, axis=0, weights=shares[:, k])
        new_means.append(mean)
        new_variances.append(np.where(spread > floor, spread, floor))
    return np.array(weights), np.array(new_means, dtype=float), np.array(new_variances, dtype=float)


def fit(x, weights, means, variances, floor, rounds):
    values = [e_step(x, weights, means, variances)[1]]
    while len(values) <= rounds:
        shares, _ = e_step(x, weights, means, variances)
        weights, means, variances = m_step(x, shares, means, variances, floor)
        values.append(e_step(x, weights, means, variances)[1])
    return weights, means, variances, values
