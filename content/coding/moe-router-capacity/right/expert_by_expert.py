"""Expert by expert: the positions of its askers in the order of asking; softmax over the chosen for the weights."""

import numpy as np


def route(logits, k, capacity):
    n, e = logits.shape
    z = logits.astype(np.float64)
    experts = np.lexsort((np.broadcast_to(np.arange(e), (n, e)), -z), axis=1)[:, :k]
    queue = experts.flatten(order="F")
    slots = np.full(n * k, -1)
    share = np.zeros(e)
    for expert in range(e):
        askers = np.flatnonzero(queue == expert)
        share[expert] = askers.size / (n * k)
        slots[askers[:capacity]] = np.arange(min(capacity, askers.size))
    slots = slots.reshape((n, k), order="F")
    top = np.take_along_axis(z, experts, axis=1)
    weights = np.exp(top - top[:, :1])
    weights = weights / weights.sum(axis=1, keepdims=True) * (slots >= 0)
    log_sum = np.logaddexp.reduce(z, axis=1, keepdims=True)
    balance = e * np.sum(share * np.exp(z - log_sum).mean(axis=0))
    return weights.astype(logits.dtype), experts, slots, float(balance)
