import numpy as np


def route(logits: np.ndarray, k: int, capacity: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    """Top-k routing with a capacity for each expert and its load-balancing loss (Fedus et al., 2022)."""
    n, e = logits.shape
    wide = logits.astype(np.float64)
    p = np.exp(wide - wide.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    # By logits, not by p: there the far ones are all 0, those switched off among them. Stable: the lower of equals first.
    experts = np.argsort(-wide, kind="stable")[:, :k]

    asked = experts.T.ravel()  # in order of asking: all first choices, then all second ones
    by_expert = np.argsort(asked, kind="stable")  # each expert's askers together, still in order
    counts = np.bincount(asked, minlength=e)
    starts = np.cumsum(counts) - counts
    place = np.empty_like(asked)
    place[by_expert] = np.arange(n * k) - np.repeat(starts, counts)
    slots = place.reshape(k, n).T
    kept = slots < capacity

    chosen = np.take_along_axis(p, experts, axis=1)
    weights = np.where(kept, chosen / chosen.sum(axis=1, keepdims=True), 0)
    balance = e * (counts / (n * k)) @ p.mean(axis=0)
    return weights.astype(logits.dtype), experts, np.where(kept, slots, -1), float(balance)
